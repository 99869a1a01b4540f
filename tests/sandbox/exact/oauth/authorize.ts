import type { SandboxAnswer, SandboxRequest, Switches } from '../../contract.ts';
import { EXACT_APP } from '../../credentials.ts';
import { type Door, redirect } from '../web/door.ts';
import { consentPage, errorPage } from '../web/pages.ts';
import type { Grants } from './grants.ts';

export interface AuthorizeParts {
  readonly grants: Grants;
  readonly door: Door;
  readonly switches: Switches;
}

export type Authorize = (request: SandboxRequest) => SandboxAnswer;

/** Where an app sends its user: shows what is missing, log-in or consent, and then leads back with a code or a token. */
export function createAuthorize({ grants, door, switches }: AuthorizeParts): Authorize {
  let isConsented = false;

  return (request) => {
    const query = request.url.searchParams;
    const responseType = query.get('response_type');
    const mistake = mistakeIn(query, switches);
    if (mistake !== null) return errorPage(400, mistake);
    const state = query.get('state');

    const stopped = door.stop(request, query.get('force_login') === '1');
    if (stopped !== null) return stopped;
    const consent = request.method === 'POST' ? new URLSearchParams(request.body).get('consent') : null;
    if (consent === 'no') return lead(query, '?', { error: 'access_denied', state });
    if (consent === 'yes') isConsented = true;
    if (!isConsented) return consentPage(door.user);
    return responseType === 'token'
      ? lead(query, '#', { ...grants.issue(), state })
      : lead(query, '?', { code: grants.newCode(), state });
  };
}

/** An unknown app is told nothing by way of a redirect. */
function mistakeIn(query: URLSearchParams, { exactImplicitGrant, redirectBase }: Switches): string | null {
  if (query.get('client_id') !== EXACT_APP.clientId) return 'This application is not known: invalid client_id.';
  if (query.get('redirect_uri') !== `${redirectBase}/exact`) return 'The redirect URI is not the registered one.';
  const responseType = query.get('response_type');
  if (responseType === 'code' || (responseType === 'token' && exactImplicitGrant)) return null;
  return `The response type '${responseType}' is not supported for this application.`;
}

/** Back to the address that was asked with. */
function lead(
  query: URLSearchParams,
  mark: '?' | '#',
  parameters: Readonly<Record<string, string | null | undefined>>,
): SandboxAnswer {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) given.set(name, value);
  return redirect(`${query.get('redirect_uri')}${mark}${given}`);
}
