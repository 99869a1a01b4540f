import { z } from 'zod';
import type { SandboxAnswer, SandboxRequest } from '../../contract.ts';
import { TEAMLEADER_APP } from '../../credentials.ts';
import { json, refusal } from '../answers.ts';
import type { Holder, Refused, Tokens } from './tokens.ts';

const tokenRequest = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    client_id: z.string(),
    client_secret: z.string(),
    code: z.string(),
    redirect_uri: z.string(),
  }),
  z.object({
    grant_type: z.literal('refresh_token'),
    client_id: z.string(),
    client_secret: z.string(),
    refresh_token: z.string(),
  }),
]);

/**
 * `POST /oauth2/access_token`: a code or a refresh token for a new pair.
 * @param accessLife Life of an access token in seconds.
 */
export function answerTokenRequest(request: SandboxRequest, tokens: Tokens, accessLife: number): SandboxAnswer {
  const asked = tokenRequest.safeParse(formOrJson(request));
  if (!asked.success) {
    const field = asked.error.issues[0]?.path.join('.') ?? '';
    return refusal(400, { title: 'The request is malformed.', meta: { hint: `Check the \`${field}\` parameter` } });
  }
  const { client_id: clientId, client_secret: secret } = asked.data;
  if (clientId !== TEAMLEADER_APP.clientId || secret !== TEAMLEADER_APP.clientSecret) {
    return refusal(401, { title: 'Client authentication failed', meta: { hint: 'Check the client id and secret' } });
  }
  const holder =
    asked.data.grant_type === 'authorization_code'
      ? tokens.takeCode(asked.data.code, clientId, asked.data.redirect_uri)
      : tokens.takeRefresh(asked.data.refresh_token, clientId);
  return isRefused(holder)
    ? refusal(400, { title: 'invalid_grant', meta: { hint: holder.hint } })
    : pair(holder, tokens, accessLife);
}

const isRefused = (holder: Holder | Refused): holder is Refused => 'hint' in holder;

function pair(holder: Holder, tokens: Tokens, accessLife: number): SandboxAnswer {
  const { token, expiresIn } = tokens.issueAccess(holder, accessLife);
  return json(
    200,
    {
      token_type: 'Bearer',
      expires_in: expiresIn,
      access_token: token,
      refresh_token: tokens.issueRefresh(holder),
    },
    { 'cache-control': 'no-store' },
  );
}

function formOrJson({ headers, body }: SandboxRequest): unknown {
  if (!headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
