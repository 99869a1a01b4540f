import type { Business } from '../business/business.ts';
import type { SandboxAnswer, SandboxRequest, StandIn, StandInContext } from '../contract.ts';
import { ENDPOINTS, type Endpoint, type Right } from './endpoints.ts';
import { grossOf, Ledger, vatOf } from './ledger.ts';
import { OAuth } from './oauth.ts';
import { type Order, parseOrder } from './orders.ts';
import { errorPage, homePage } from './pages.ts';
import { me } from './properties/me.ts';
import { Rations } from './rations.ts';
import { allReadable, encodeRow, readList } from './read.ts';
import { Refusal } from './refusal.ts';
import { entryRow, lineRows, rowsOf } from './rows.ts';
import { checkBody, createEntry } from './write.ts';

const COUNTRY_DOMAINS = ['nl', 'be', 'de', 'fr', 'co.uk', 'es', 'com'];
const ERROR_STATUSES: ReadonlySet<number> = new Set([400, 401, 403, 404]);
const API = /^\/api\/v1\/(current|\d+)\/(.+?)(?:\(guid'([0-9a-f-]{36})'\))?$/i;

/** The strict stand-in for Exact Online. */
export class Exact implements StandIn {
  readonly service = 'exact';
  readonly hosts = COUNTRY_DOMAINS.map((domain) => `start.exactonline.${domain}`);
  readonly ledger: Ledger;
  readonly oauth: OAuth;
  readonly #business: Business;
  readonly #context: StandInContext;
  readonly #rations: Rations;
  readonly #missingRights = new Set<Right>();

  constructor(business: Business, context: StandInContext) {
    this.#business = business;
    this.#context = context;
    this.ledger = new Ledger(business, context.clock, context.switches);
    this.#rations = new Rations(context.clock, context.speed);
    const user = business.users.exact;
    this.oauth = new OAuth(context, { ...user, fullName: `${user.firstName} ${user.lastName}` });
  }

  isApiCall(request: SandboxRequest): boolean {
    return request.url.pathname.startsWith('/api/v1/');
  }

  nameCall(request: SandboxRequest): string | null {
    const { pathname } = request.url;
    if (pathname === '/api/oauth2/token') return 'token';
    const [, , name] = API.exec(pathname) ?? [];
    return name === undefined ? null : `${request.method} ${name}`;
  }

  handle(request: SandboxRequest): SandboxAnswer {
    const { pathname } = request.url;
    const home = `start.exactonline.${this.#business.country.toLowerCase()}`;
    if (request.url.hostname !== home) return errorPage(`This user is not known here; log in at ${home}.`);
    if (pathname === '/api/oauth2/auth') return this.oauth.authorize(request);
    if (pathname === '/api/oauth2/token') return this.oauth.token(request);
    if (this.isApiCall(request)) return this.#api(request);
    const entry = this.ledger.entries.get(request.url.searchParams.get('EntryID') ?? '');
    if (entry !== undefined)
      return homePage(
        `Entry ${entry.entryNumber}`,
        `${entry.description ?? ''} ${grossOf(entry).toFixed(2)} ${entry.currency}`,
      );
    return homePage('Exact Online', 'A stand-in for the real service.');
  }

  #api(request: SandboxRequest): SandboxAnswer {
    const [, division, name, id] = API.exec(request.url.pathname) ?? [];
    if (!this.#rations.take()) return this.#refusal(429, 'Too many requests.', name ?? '');
    const bearer = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
    if (bearer === undefined || !this.oauth.holds(bearer)) return this.#refusal(401, 'Unauthorized', name ?? '');
    if (!request.headers['accept']?.includes('application/json')) {
      return {
        status: 200,
        headers: { ...this.#rations.headers(), 'Content-Type': 'application/atom+xml' },
        body: '<?xml version="1.0"?><feed/>',
      };
    }
    if (this.#rations.isBlocked(name ?? ''))
      return this.#refusal(429, 'The key is blocked for an hour: too many errors.', name ?? '');
    try {
      return this.#resource(request, division ?? '', name ?? '', id ?? null);
    } catch (error) {
      if (error instanceof Refusal) return this.#refusal(error.status, error.message, name ?? '');
      throw error;
    }
  }

  #resource(request: SandboxRequest, division: string, name: string, id: string | null): SandboxAnswer {
    if (division === 'current') {
      if (name !== 'Me' || request.method !== 'GET') throw new Refusal(404, 'Resource not found.');
      return this.#json(200, this.#me(request.url));
    }
    const code = Number(division);
    const endpoint = ENDPOINTS[name];
    if (endpoint === undefined) throw new Refusal(404, 'Resource not found.');
    if (code !== this.#business.division.code && code !== this.#business.division.code + 1) {
      throw new Refusal(403, `Forbidden: no access to division ${code}.`);
    }
    if (endpoint.right !== null && this.#missingRights.has(endpoint.right))
      throw new Refusal(403, 'Forbidden: you have no rights for this action.');
    const method = endpoint.methods.find((one) => one === request.method);
    if (method === undefined) throw new Refusal(405, `${request.method} is not allowed.`);
    if (method === 'GET') return this.#list(request, name, endpoint, code, id);
    const body = readBody(request.body);
    checkBody(body, endpoint.properties, method === 'POST' ? 'P' : 'U');
    if (name === 'crm/Accounts') return this.#writeAccount(body, method, id, endpoint, request.url.origin);
    return this.#createEntry(body, endpoint, request.url.origin);
  }

  #list(request: SandboxRequest, name: string, endpoint: Endpoint, division: number, id: string | null): SandboxAnswer {
    const { switches } = this.#context;
    const rows = rowsOf(name, division, this.#business, this.ledger, switches);
    const wanted = id === null ? rows : rows.filter((row) => row[endpoint.key] === id.toLowerCase());
    if (id !== null && wanted.length === 0) throw new Refusal(404, 'Resource not found.');
    return this.#json(
      200,
      readList(request.url, name, endpoint, wanted, (entryId) => this.#lines(entryId), switches),
    );
  }

  #lines(entryId: string) {
    const entry = this.ledger.entries.get(entryId);
    return entry === undefined ? [] : lineRows(entry, this.#business);
  }

  #writeAccount(
    body: Readonly<Record<string, unknown>>,
    method: 'POST' | 'PUT',
    id: string | null,
    endpoint: Endpoint,
    origin: string,
  ): SandboxAnswer {
    const fields = Object.fromEntries(
      Object.entries(body).filter(
        (entry): entry is [string, string | number | boolean | null] =>
          typeof entry[1] !== 'object' || entry[1] === null,
      ),
    );
    if (method === 'POST' && (typeof fields['Name'] !== 'string' || fields['Name'] === ''))
      throw new Refusal(400, 'Mandatory: Name');
    const code = fields['Code'];
    if (
      typeof code === 'string' &&
      [...this.ledger.accounts.values()].some((one) => one.id !== id && one.fields['Code'] === code.padStart(18))
    ) {
      throw new Refusal(400, `Already exists - Code: ${code.trim()}`);
    }
    if (method === 'PUT') {
      if (id === null || !this.ledger.accounts.has(id.toLowerCase())) throw new Refusal(404, 'Resource not found.');
      this.ledger.putAccount(id.toLowerCase(), fields);
      return { status: 204, headers: this.#rations.headers() };
    }
    const account = this.ledger.putAccount(null, { Blocked: false, ...fields });
    const row = { ...account.fields, ID: account.id, Modified: new Date(account.modified) };
    return this.#json(201, {
      d: encodeRow(
        row,
        'crm/Accounts',
        endpoint,
        allReadable(endpoint),
        false,
        () => [],
        this.#context.switches,
        origin,
      ),
    });
  }

  #createEntry(body: Readonly<Record<string, unknown>>, endpoint: Endpoint, origin: string): SandboxAnswer {
    const { switches } = this.#context;
    const entry = createEntry(body, this.#business, this.ledger, this.#context);
    this.ledger.add(entry);
    const row = entryRow(entry, this.#business, this.ledger, switches);
    return this.#json(201, {
      d: encodeRow(
        row,
        'salesentry/SalesEntries',
        endpoint,
        allReadable(endpoint),
        true,
        (id) => this.#lines(id),
        switches,
        origin,
      ),
    });
  }

  #me(url: URL): unknown {
    const { users, division } = this.#business;
    const select = url.searchParams.get('$select')?.split(',') ?? Object.keys(me);
    const known: Readonly<Record<string, unknown>> = {
      CurrentDivision: division.code,
      UserID: users.exact.id,
      FullName: `${users.exact.firstName} ${users.exact.lastName}`,
      Email: users.exact.email,
      Language: users.exact.language,
      LanguageCode: users.exact.language,
    };
    const row = Object.fromEntries(
      select.map((property) => {
        if (me[property] === undefined) throw new Refusal(400, `No property '${property}' exists in this resource.`);
        return [property, known[property] ?? null];
      }),
    );
    return { d: { results: [row] } };
  }

  #json(status: number, body: unknown): SandboxAnswer {
    return {
      status,
      headers: {
        ...this.#rations.headers(),
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
      },
      body: JSON.stringify(body),
    };
  }

  #refusal(status: number, text: string, endpoint: string): SandboxAnswer {
    if (ERROR_STATUSES.has(status) && this.#rations.noteError(endpoint))
      this.#context.defect(`exact: the error quota was reached on ${endpoint}`);
    if (status === 429) this.#context.defect(`exact: a call to ${endpoint} was over a limit`);
    return this.#json(status, { error: { code: '', message: { lang: '', value: text } } });
  }

  /** Changes the story while it runs, as a bookkeeper at work beside us would. */
  order(order: unknown): void {
    this.obey(parseOrder(order));
  }

  obey(order: Order): void {
    switch (order.order) {
      case 'closePeriodsBefore':
        this.ledger.openFrom = order.date;
        return;
      case 'blockJournal':
        this.ledger.blockedJournals.add(order.code);
        return;
      case 'removeRight':
        this.#missingRights.add(order.right);
        return;
      case 'grantRight':
        this.#missingRights.delete(order.right);
        return;
      case 'deleteEntry':
        this.ledger.entries.delete(order.id);
        return;
      case 'revokeTokens':
        this.oauth.revoke();
        return;
    }
  }

  snapshot(): unknown {
    return {
      accounts: [...this.ledger.accounts.values()].map((account) => ({ id: account.id, ...account.fields })),
      entries: [...this.ledger.entries.values()].map((entry) => ({
        id: entry.id,
        entryNumber: entry.entryNumber,
        journal: entry.journal,
        customer: entry.customer,
        date: entry.date,
        dueDate: entry.dueDate,
        yourRef: entry.yourRef,
        description: entry.description,
        paymentCondition: entry.paymentCondition,
        link: entry.link,
        currency: entry.currency,
        rate: entry.rate.toFixed(),
        net: grossOf(entry).minus(vatOf(entry)).toFixed(2),
        vat: vatOf(entry).toFixed(2),
        gross: grossOf(entry).toFixed(2),
        lines: entry.lines.map((line) => ({
          glAccount: line.glAccount,
          vatCode: line.vatCode,
          net: line.net.toFixed(2),
          vat: line.vat.toFixed(2),
        })),
      })),
    };
  }
}

function readBody(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Said below, as for any other body that is none.
  }
  throw new Refusal(400, 'Error processing request stream. JSON text specified is not valid.');
}

export const createExact = (business: Business, context: StandInContext): Exact => new Exact(business, context);
