import type { Business, BusinessUser } from '../../business/business.ts';
import type { SandboxAnswer, SandboxRequest, Switches } from '../../contract.ts';
import { TEAMLEADER_APP } from '../../credentials.ts';
import { redirect } from '../answers.ts';
import { htmlAnswer } from '../web/html.ts';
import { type TextName, textsIn } from '../web/texts.ts';
import { consentPage, logInPage, oauthErrorPage } from './pages.ts';
import type { Sessions } from './sessions.ts';
import type { Tokens } from './tokens.ts';

const APP_NAME = 'Boekbrug';

export interface Doorkeeper {
  readonly business: Business;
  readonly switches: Switches;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  /** Ids of users who have allowed the app. */
  readonly consents: Set<string>;
  /** Life of an implicit token in seconds. */
  readonly implicitLife: number;
}

/** `/oauth2/authorize`: GET shows or skips the pages, POST carries the decision of the consent page. */
export function answerAuthorize(request: SandboxRequest, keeper: Doorkeeper): SandboxAnswer {
  const asked = readAuthorization(request.url, keeper.switches);
  if (typeof asked === 'string') return errorPage(asked, keeper);

  const user = keeper.sessions.userOf(request);
  if (user === null) return redirectToLogIn(request);

  if (request.method === 'POST') {
    const decision = new URLSearchParams(request.body).get('decision');
    if (decision !== 'allow') return redirect(withQuery(asked, { error: 'access_denied' }));
    keeper.consents.add(user.id);
  }
  return keeper.consents.has(user.id) ? grant(asked, user, keeper) : askConsent(request, user, keeper);
}

/** Where a page that needs a session sends who has none. */
export function redirectToLogIn({ url }: SandboxRequest): SandboxAnswer {
  return redirect(`/login?${new URLSearchParams({ return: url.pathname + url.search })}`);
}

/** `/login`: the form, and what it posts. */
export function answerLogIn(request: SandboxRequest, { business, switches, sessions }: Doorkeeper): SandboxAnswer {
  const posted = request.method === 'POST';
  const form = posted ? new URLSearchParams(request.body) : request.url.searchParams;
  const returnTo = ownPath(form.get('return'));
  const email = form.get('email') ?? '';
  const cookie = posted ? sessions.signIn(email, form.get('password') ?? '') : null;
  if (cookie !== null) return redirect(returnTo, { 'set-cookie': cookie });
  const { language } = switches;
  const user = business.users.teamleader;
  return htmlAnswer(200, logInPage({ texts: textsIn(language), language, returnTo, email, failed: posted, user }));
}

interface Authorization {
  readonly responseType: 'code' | 'token';
  readonly redirectUri: string;
  readonly state: string | null;
}

function readAuthorization({ searchParams }: URL, { redirectBase }: Switches): Authorization | TextName {
  const responseType = searchParams.get('response_type');
  const redirectUri = searchParams.get('redirect_uri');
  if (searchParams.get('client_id') !== TEAMLEADER_APP.clientId) return 'unknownClient';
  if (redirectUri !== `${redirectBase}/teamleader`) return 'unknownRedirect';
  if (responseType !== 'code' && responseType !== 'token') return 'unknownResponseType';
  return { responseType, redirectUri, state: searchParams.get('state') };
}

function grant(asked: Authorization, user: BusinessUser, { tokens, implicitLife }: Doorkeeper): SandboxAnswer {
  const holder = { clientId: TEAMLEADER_APP.clientId, userId: user.id };
  if (asked.responseType === 'code') {
    return redirect(withQuery(asked, { code: tokens.issueCode(holder, asked.redirectUri) }));
  }
  const { token, expiresIn } = tokens.issueAccess(holder, implicitLife);
  const answer = { token_type: 'Bearer', expires_in: String(expiresIn), access_token: token };
  return redirect(`${asked.redirectUri}#${parameters(asked, answer)}`);
}

const withQuery = (asked: Authorization, answer: Readonly<Record<string, string>>): string =>
  `${asked.redirectUri}?${parameters(asked, answer)}`;

function parameters({ state }: Authorization, answer: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams(state === null ? answer : { ...answer, state });
}

function askConsent({ url }: SandboxRequest, user: BusinessUser, keeper: Doorkeeper): SandboxAnswer {
  const { language } = keeper.switches;
  const action = url.pathname + url.search;
  const { business } = keeper;
  return htmlAnswer(200, consentPage({ texts: textsIn(language), language, business, user, app: APP_NAME, action }));
}

function errorPage(explanation: TextName, { switches: { language } }: Doorkeeper): SandboxAnswer {
  const texts = textsIn(language);
  return htmlAnswer(400, oauthErrorPage(texts, language, texts[explanation]));
}

/** Only a path on this host is gone back to. */
const ownPath = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/');
