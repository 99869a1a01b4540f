/** One call of the API, from its address to its answer. */
import type { BusinessUser } from '../../business/business.ts';
import type { SandboxAnswer, SandboxRequest, StandInContext } from '../../contract.ts';
import type { Ledger } from '../ledger.ts';
import { encodeEntity, everything, type Writing } from '../odata/entity.ts';
import { LINES } from '../odata/query.ts';
import { badRequest, notFound, Refusal } from '../refusal.ts';
import { linesOfEntry } from '../rows/entries.ts';
import { parseBody } from '../write/body.ts';
import { type ApiAddress, nameOf, parseAddress } from './address.ts';
import { atomEntry, atomError, atomFeed } from './atom.ts';
import type { Endpoint, Right, Scope } from './endpoint.ts';
import { ENDPOINTS, ME } from './endpoints.ts';
import type { ErrorQuota, Rations } from './rations.ts';
import { entityWithKey, keyOf, readEntity, readList } from './read.ts';

export interface ApiParts {
  readonly ledgers: readonly [home: Ledger, ...others: Ledger[]];
  readonly user: BusinessUser;
  readonly context: StandInContext;
  readonly missingRights: ReadonlySet<Right>;
  readonly errorQuota: ErrorQuota;
  readonly rations: Rations;
  isTokenGood(token: string): boolean;
}

interface Reply {
  readonly status: number;
  /** What stands under `d`; absent where the answer has no body. */
  readonly d?: unknown;
}

export type Api = (request: SandboxRequest) => SandboxAnswer;

export function createApi(parts: ApiParts): Api {
  const { context, errorQuota, ledgers, rations } = parts;

  return (request) => {
    const address = parseAddress(request.url.pathname);
    const division = typeof address?.division === 'number' ? address.division : ledgers[0].books.division.code;
    const place = `${division} ${address === null ? request.url.pathname : nameOf(address)}`;
    const isJson = request.headers['accept']?.includes('application/json') ?? false;
    const answer = (status: number, body: string | null): SandboxAnswer => ({
      status,
      headers: {
        ...rations.headers(division),
        'Cache-Control': 'no-store',
        ...(body === null ? {} : { 'Content-Type': `application/${isJson ? 'json' : 'atom+xml'}; charset=utf-8` }),
      },
      ...(body === null ? {} : { body }),
    });
    try {
      if (!rations.take(division)) throw new Refusal(429, 'Too many requests.');
      if (errorQuota.isBlocked(place)) throw new Refusal(429, 'Too many errors: the key is blocked for an hour.');
      const { status, d } = replyTo(request, address, parts);
      return answer(status, d === undefined ? null : isJson ? JSON.stringify({ d }) : toAtom(d));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, message } = error;
      if (errorQuota.note(place, status)) context.defect(`exact: error quota reached on ${place}`);
      return answer(status, isJson ? JSON.stringify(errorEnvelope(message)) : atomError(message));
    }
  };
}

const errorEnvelope = (value: string) => ({ error: { code: '', message: { lang: '', value } } });

function toAtom(d: unknown): string {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (Array.isArray(d)) return atomFeed(d.filter(isObject));
  if (!isObject(d)) return atomFeed([]);
  return 'results' in d && Array.isArray(d.results) ? atomFeed(d.results.filter(isObject)) : atomEntry(d);
}

function replyTo(request: SandboxRequest, address: ApiAddress | null, parts: ApiParts): Reply {
  const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined || !parts.isTokenGood(token)) throw new Refusal(401, 'Unauthorized');
  if (address === null) throw notFound();
  const ledger = ledgerFor(address, parts.ledgers);
  const endpoint = endpointFor(address);
  if (endpoint.right !== null && parts.missingRights.has(endpoint.right)) {
    throw new Refusal(403, 'Forbidden: you have no rights for this action.');
  }
  const { switches } = parts.context;
  const scope: Scope = { ledger, ledgers: parts.ledgers, user: parts.user, switches };
  const writing: Writing = {
    base: `https://${request.url.hostname}/api/v1/${address.division}`,
    name: address.name,
    endpoint,
    switches,
    linesOf: (entryId) => {
      const entry = ledger.entries.get(entryId);
      return entry === undefined ? [] : linesOfEntry(entry, scope);
    },
  };
  if (address.collection !== null) return readLines(request, address, writing, scope);
  return request.method === 'GET' ? read(request, address, writing, scope) : write(request, address, writing, scope);
}

function ledgerFor({ division }: ApiAddress, ledgers: ApiParts['ledgers']): Ledger {
  if (division === 'current') return ledgers[0];
  const ledger = ledgers.find(({ books }) => books.division.code === division);
  if (ledger === undefined) throw new Refusal(403, `Forbidden: you have no access to division ${division}.`);
  return ledger;
}

function endpointFor({ division, name }: ApiAddress): Endpoint {
  if (division === 'current' && name === 'Me') return ME;
  const endpoint = division === 'current' ? undefined : ENDPOINTS.get(name);
  if (endpoint === undefined) throw notFound();
  return endpoint;
}

function read({ url }: SandboxRequest, { key, division }: ApiAddress, writing: Writing, scope: Scope): Reply {
  const rows = writing.endpoint.rows(scope);
  const mustSelect = division !== 'current';
  return {
    status: 200,
    d: key === null ? readList(url, rows, mustSelect, writing) : readEntity(url, key, rows, writing),
  };
}

/** Where the link of a deferred collection leads. */
function readLines({ method, url }: SandboxRequest, address: ApiAddress, writing: Writing, scope: Scope): Reply {
  const lines = ENDPOINTS.get('salesentry/SalesEntryLines');
  if (address.collection !== LINES || !(LINES in writing.endpoint.properties) || lines === undefined) throw notFound();
  if (method !== 'GET') throw notAllowed(method);
  const entry = entityWithKey(address.key ?? '', writing.endpoint.rows(scope), writing.endpoint);
  const rows = writing.linesOf(String(entry['EntryID']));
  const asLines = { ...writing, name: 'salesentry/SalesEntryLines', endpoint: lines };
  return { status: 200, d: readList(url, rows, false, asLines) };
}

const notAllowed = (method: string): Refusal => new Refusal(405, `${method} is not allowed here.`);

function write(request: SandboxRequest, { key }: ApiAddress, writing: Writing, scope: Scope): Reply {
  const { endpoint } = writing;
  const { method, url } = request;
  const [option] = url.searchParams.keys();
  if (option !== undefined) throw badRequest(`The query option '${option}' cannot be applied to a ${method}.`);
  if (method === 'POST' && endpoint.post !== undefined && key === null) {
    const created = endpoint.post(bodyOf(request, endpoint, 'P'), scope);
    const isWhole = /\breturn=representation\b/.test(request.headers['prefer'] ?? '');
    return { status: 201, d: encodeEntity(created, everything(endpoint, isWhole), writing) };
  }
  if (method === 'PUT' && endpoint.put !== undefined && key !== null) {
    endpoint.put(String(keyOf(key, endpoint)), bodyOf(request, endpoint, 'U'), scope);
    return { status: 204 };
  }
  if (method === 'DELETE' && endpoint.delete !== undefined && key !== null) {
    endpoint.delete(String(keyOf(key, endpoint)), scope);
    return { status: 204 };
  }
  throw notAllowed(method);
}

function bodyOf({ headers, body }: SandboxRequest, { properties }: Endpoint, use: 'P' | 'U') {
  if (!headers['content-type']?.startsWith('application/json')) {
    throw new Refusal(415, 'The content type must be application/json.');
  }
  return parseBody(body, properties, use);
}
