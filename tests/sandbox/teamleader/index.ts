import type { Business } from '../business/business.ts';
import type { SandboxAnswer, SandboxRequest, StandIn, StandInContext } from '../contract.ts';
import { redirect } from './answers.ts';
import { type Api, answerApi, methodName } from './api/api.ts';
import { createRateLimit } from './api/rate-limit.ts';
import { createDownloads, DOWNLOAD_HOST } from './downloads.ts';
import { createLedger, type OpenLedger } from './ledger/ledger.ts';
import { answerAuthorize, answerLogIn, type Doorkeeper, redirectToLogIn } from './oauth/authorize.ts';
import { createSessions } from './oauth/sessions.ts';
import { answerTokenRequest } from './oauth/token-endpoint.ts';
import { createTokens } from './oauth/tokens.ts';
import { listAddress } from './web/addresses.ts';
import { answerAsset } from './web/assets.ts';
import { formatsFor } from './web/formats.ts';
import { answerPage } from './web/pages.ts';
import { textsIn } from './web/texts.ts';

const WEB_HOST = 'focus.teamleader.eu';
const API_HOST = 'api.focus.teamleader.eu';
const ACCESS_LIFE_S = 3600;
const IMPLICIT_LIFE_S = 900;

/** The strict stand-in for Teamleader Focus. */
export interface Teamleader extends StandIn {
  /** Tests read what was booked here, and change it as a colleague at work would. */
  readonly ledger: OpenLedger;
  /** Where the invoice list stands in the layout that is switched on. */
  invoiceListPath(): string;
  /** Every token ends at once. */
  revokeTokens(): void;
  /** Every browser session ends, so that no log-in is silent any more. */
  signOut(): void;
  /** Whoever has let the app in is asked again. */
  forgetConsent(): void;
}

/** A preflight is the browser's own question, not a call. */
const isApiCall = ({ url, method }: SandboxRequest): boolean => url.hostname === API_HOST && method !== 'OPTIONS';

const WEB_CALLS: ReadonlyMap<string, string> = new Map([
  ['/oauth2/authorize', 'authorize'],
  ['/oauth2/access_token', 'token'],
]);

export function createTeamleader(business: Business, context: StandInContext): Teamleader {
  const { clock, speed, tokenSpeed, switches } = context;
  const ledger = createLedger(business, clock);
  const downloads = createDownloads(clock);
  const tokens = createTokens(clock);
  const sessions = createSessions(business);
  const keeper: Doorkeeper = {
    business,
    switches,
    sessions,
    tokens,
    consents: new Set(),
    implicitLife: Math.max(20, Math.floor(IMPLICIT_LIFE_S / tokenSpeed)),
  };
  const api: Api = {
    tokens,
    rateLimit: createRateLimit(clock, speed, switches),
    call: { business, switches, ledger, downloads, user: business.users.teamleader },
    now: () => clock.now(),
    defect: context.defect,
  };
  const accessLife = Math.max(20, Math.floor(ACCESS_LIFE_S / tokenSpeed));

  function answerWeb(request: SandboxRequest): SandboxAnswer | Promise<SandboxAnswer> {
    const { pathname } = request.url;
    switch (pathname) {
      case '/oauth2/authorize':
        return answerAuthorize(request, keeper);
      case '/oauth2/access_token':
        return answerTokenRequest(request, tokens, accessLife);
      case '/login':
        return answerLogIn(request, keeper);
      case '/logout':
        sessions.end(request);
        return redirect('/login');
    }
    if (pathname.startsWith('/assets/')) return answerAsset(pathname);
    if (sessions.userOf(request) === null) return redirectToLogIn(request);
    const { language } = switches;
    const formats = formatsFor(language, business.country);
    return answerPage(request, { business, ledger, switches, texts: textsIn(language), formats });
  }

  return {
    service: 'teamleader',
    hosts: [WEB_HOST, API_HOST, DOWNLOAD_HOST],
    ledger,
    handle: (request) => {
      if (request.url.hostname === API_HOST) return answerApi(request, api);
      return request.url.hostname === DOWNLOAD_HOST ? downloads.fetch(request.url.pathname) : answerWeb(request);
    },
    nameCall: (request) => {
      if (isApiCall(request)) return methodName(request);
      const { hostname, pathname } = request.url;
      return hostname === DOWNLOAD_HOST ? 'file' : (WEB_CALLS.get(pathname) ?? null);
    },
    isApiCall,
    snapshot: () => ({
      invoices: [...ledger.invoices.values()],
      creditNotes: [...ledger.creditNotes.values()],
      payments: [...ledger.payments.values()].flat(),
    }),
    invoiceListPath: () => listAddress('invoice', switches),
    revokeTokens: () => tokens.revokeAll(),
    signOut: () => sessions.endAll(),
    forgetConsent: () => keeper.consents.clear(),
  };
}
