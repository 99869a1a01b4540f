import { randomUUID } from 'node:crypto';
import type { SandboxAnswer, SandboxRequest, StandInContext } from '../contract.ts';
import { EXACT_APP } from '../credentials.ts';
import { consentPage, errorPage, loginPage, redirect } from './pages.ts';

const TOKEN_LIFE_S = 600;
const EARLIEST_REFRESH_S = 570;
const TOKEN_CALLS_A_DAY = 200;
const CODE_LIFE_MS = 3 * 60_000;

export interface ExactUser {
  readonly id: string;
  readonly fullName: string;
  readonly email: string;
  readonly password: string;
}

/** Exact's log-in and tokens. Exact 2. */
export class OAuth {
  readonly #context: StandInContext;
  readonly #user: ExactUser;
  readonly #sessions = new Set<string>();
  readonly #codes = new Map<string, number>();
  readonly #accessTokens = new Map<string, number>();
  readonly #usedRefreshTokens = new Set<string>();
  #refreshToken: string | null = null;
  #lastGrant = Number.NEGATIVE_INFINITY;
  #isConsented = false;
  #tokenCalls = 0;

  constructor(context: StandInContext, user: ExactUser) {
    this.#context = context;
    this.#user = user;
  }

  holds(token: string): boolean {
    return (this.#accessTokens.get(token) ?? 0) > this.#context.clock.now();
  }

  revoke(): void {
    this.#accessTokens.clear();
    this.#refreshToken = null;
  }

  signOut(): void {
    this.#sessions.clear();
  }

  /** GET shows what is missing (log-in, consent), POST takes what the person entered. */
  authorize(request: SandboxRequest): SandboxAnswer {
    const query = request.url.searchParams;
    const redirectUri = query.get('redirect_uri');
    const type = query.get('response_type');
    if (query.get('client_id') !== EXACT_APP.clientId)
      return errorPage('The application is unknown: invalid client_id.');
    if (redirectUri !== EXACT_APP.redirectUri) return errorPage('The redirect URI does not match the registered one.');
    if (type !== 'code' && !(type === 'token' && this.#context.switches.exactImplicitGrant)) {
      return errorPage(`The response type '${type}' is not supported for this application.`);
    }
    const form = new URLSearchParams(request.method === 'POST' ? request.body : '');
    const session = /(?:^|;\s*)exact_session=([^;]+)/.exec(request.headers['cookie'] ?? '')?.[1];
    const isSignedIn = session !== undefined && this.#sessions.has(session) && query.get('force_login') !== '1';

    if (form.has('UserName')) return this.#signIn(request, form);
    if (!isSignedIn) return loginPage(null);
    if (form.get('consent') === 'no')
      return redirect(withParameters(redirectUri, '?', { error: 'access_denied', state: query.get('state') }));
    if (form.get('consent') === 'yes') this.#isConsented = true;
    if (!this.#isConsented) return consentPage(this.#user.fullName);
    return redirect(this.#grant(redirectUri, type, query.get('state')));
  }

  #signIn(request: SandboxRequest, form: URLSearchParams): SandboxAnswer {
    if (form.get('UserName') !== this.#user.email || form.get('Password') !== this.#user.password) {
      return loginPage('The user name or the password is not correct.');
    }
    const session = randomUUID();
    this.#sessions.add(session);
    const back = new URL(request.url);
    back.searchParams.delete('force_login');
    return redirect(back.href, { 'Set-Cookie': `exact_session=${session}; Path=/; Secure; HttpOnly; SameSite=Lax` });
  }

  #grant(redirectUri: string, type: 'code' | 'token', state: string | null): string {
    if (type === 'token') {
      const { access_token, expires_in, token_type } = this.#issue(false);
      return withParameters(redirectUri, '#', { access_token, expires_in, token_type, state });
    }
    const code = `stamp.${randomUUID()}!`;
    this.#codes.set(code, this.#context.clock.now() + CODE_LIFE_MS);
    return withParameters(redirectUri, '?', { code, state });
  }

  token(request: SandboxRequest): SandboxAnswer {
    if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      return refusal('invalid_request', 'The content type must be application/x-www-form-urlencoded.');
    }
    this.#tokenCalls += 1;
    if (this.#tokenCalls > TOKEN_CALLS_A_DAY) return refusal('invalid_request', 'Too many token requests today.');
    const form = new URLSearchParams(request.body);
    if (form.get('client_id') !== EXACT_APP.clientId || form.get('client_secret') !== EXACT_APP.clientSecret) {
      return refusal('invalid_client', 'Client authentication failed.');
    }
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return this.#byCode(form);
      case 'refresh_token':
        return this.#byRefreshToken(form.get('refresh_token') ?? '');
      default:
        return refusal('unsupported_grant_type', 'The grant type is not supported.');
    }
  }

  #byCode(form: URLSearchParams): SandboxAnswer {
    const code = form.get('code') ?? '';
    const until = this.#codes.get(code);
    this.#codes.delete(code);
    if (until === undefined || until < this.#context.clock.now())
      return refusal('invalid_grant', 'The code is not valid.');
    if (form.get('redirect_uri') !== EXACT_APP.redirectUri)
      return refusal('invalid_grant', 'The redirect URI differs.');
    return json(200, this.#issue(true));
  }

  #byRefreshToken(token: string): SandboxAnswer {
    if (this.#usedRefreshTokens.has(token)) {
      this.#context.defect('exact token: a refresh token was used twice');
      return refusal('invalid_grant', 'Old refresh token used.');
    }
    if (token !== this.#refreshToken) return refusal('invalid_grant', 'The refresh token is not valid.');
    const earliest = this.#lastGrant + (EARLIEST_REFRESH_S * 1000) / this.#context.speed;
    if (this.#context.clock.now() < earliest) {
      this.#context.defect('exact token: a new access token was asked for too early');
      return refusal('invalid_request', 'Access token not expired, refresh not allowed yet.');
    }
    this.#usedRefreshTokens.add(token);
    return json(200, this.#issue(true));
  }

  #issue(withRefresh: boolean) {
    const now = this.#context.clock.now();
    const life = Math.max(1, Math.floor(TOKEN_LIFE_S / this.#context.speed));
    const accessToken = `access-${randomUUID()}`;
    this.#accessTokens.set(accessToken, now + life * 1000);
    this.#lastGrant = now;
    // The life is a string at Exact, and stays one here.
    const issued = { access_token: accessToken, token_type: 'bearer', expires_in: String(life) };
    if (!withRefresh) return issued;
    this.#refreshToken = `refresh-${randomUUID()}`;
    return { ...issued, refresh_token: this.#refreshToken };
  }
}

function withParameters(base: string, mark: '?' | '#', parameters: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null);
  return `${base}${mark}${new URLSearchParams(given)}`;
}

const json = (status: number, body: unknown): SandboxAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: JSON.stringify(body),
});

const refusal = (error: string, description: string): SandboxAnswer =>
  json(400, { error, error_description: description });
