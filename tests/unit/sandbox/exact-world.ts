import { z } from 'zod';
import { EXACT_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { must, personLoggingIn } from '../http/world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export type Fields = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Null where the body is no JSON. */
  readonly json: unknown;
}

export interface ExactWorld extends Sandbox {
  readonly host: string;
  readonly division: number;
  /** Calls the API of the division. */
  get(endpoint: string, query?: Readonly<Record<string, string>>): Promise<Answer>;
  post(endpoint: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  put(endpoint: string, body: unknown): Promise<Answer>;
  remove(endpoint: string): Promise<Answer>;
  /** Calls any address with the token and what the product sends with it. */
  call(url: string, init?: RequestInit): Promise<Answer>;
  /** Moves on to the beginning of an hour in which nothing has been counted, with a new token. */
  freshHour(): Promise<void>;
}

/** The sandbox, and Exact's user logged in to it by the implicit grant. */
export async function openWorld(options: SandboxOptions = {}): Promise<ExactWorld> {
  const sandbox = await startSandbox(options);
  const host = homeHost(sandbox);
  const division = sandbox.business.division.code;
  const logIn = browserOf(sandbox);
  let token = '';

  async function call(url: string, init: RequestInit = {}): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...Object.fromEntries(new Headers(init.headers)),
    };
    return readAnswer(await sandbox.fetch(url, { ...init, headers }));
  }
  const address = (endpoint: string, query: Readonly<Record<string, string>> = {}) =>
    `https://${host}/api/v1/${division}/${endpoint}${Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`}`;
  const write =
    (method: string) =>
    (endpoint: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      call(address(endpoint), {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });

  const world: ExactWorld = {
    ...sandbox,
    host,
    division,
    call,
    get: (endpoint, query) => call(address(endpoint, query)),
    post: write('POST'),
    put: write('PUT'),
    remove: (endpoint) => call(address(endpoint), { method: 'DELETE' }),
    freshHour: async () => {
      sandbox.clock.advance(HOUR_MS);
      beginWindow(sandbox, HOUR_MS);
      token = fragmentOf(await logIn(authorizeAddress(host, 'token'))).get('access_token') ?? '';
    },
  };
  await world.freshHour();
  return world;
}

/** Moves the clock to the beginning of the next window of that length, so that no test straddles its end. */
export function beginWindow({ clock }: Sandbox, length: number): void {
  clock.advance(length - (clock.now() % length));
}

export const homeHost = ({ business }: Sandbox): string => `start.exactonline.${business.country.toLowerCase()}`;

/** A person with a browser of his own: gives the address to which the log-in leads back. */
export function browserOf(sandbox: Sandbox): (address: string) => Promise<URL> {
  const { email, password } = sandbox.business.users.exact;
  const open = personLoggingIn(sandbox, { UserName: email, Password: password, consent: 'yes' });
  return async (address) => new URL(must(await open(address, true)));
}

export function authorizeAddress(
  host: string,
  responseType: string,
  changes: Readonly<Record<string, string>> = {},
): string {
  const asked = {
    client_id: EXACT_APP.clientId,
    redirect_uri: EXACT_APP.redirectUri,
    response_type: responseType,
    state: 'the-state',
    ...changes,
  };
  return `https://${host}/api/oauth2/auth?${new URLSearchParams(asked)}`;
}

export const fragmentOf = (url: URL): URLSearchParams => new URLSearchParams(url.hash.slice(1));

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const json: unknown = isJson ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, json };
}

const row = z.record(z.string(), z.unknown());
const errorSchema = z.object({ error: z.object({ message: z.object({ value: z.string() }) }) });
const pageSchema = z.object({
  d: z.union([
    z.array(row).transform((rows) => ({ rows, next: null })),
    z
      .object({ results: z.array(row), __next: z.string().optional() })
      .transform(({ results, __next }) => ({ rows: results, next: __next ?? null })),
  ]),
});

/** A page of a list, in either form. */
export const pageIn = (answer: Answer) => pageSchema.parse(answer.json).d;
export const rowsIn = (answer: Answer): Fields[] => pageIn(answer).rows;
export const entityIn = (answer: Answer): Fields => z.object({ d: row }).parse(answer.json).d;
/** Where an entity says that it stands. */
export const uriIn = (entity: Fields | undefined): string =>
  z.object({ __metadata: z.object({ uri: z.string() }) }).parse(entity).__metadata.uri;
/** Where the entities of a collection stand that were not given along. */
export const linkIn = (entity: Fields | undefined, collection: string): string =>
  z.object({ __deferred: z.object({ uri: z.string() }) }).parse(entity?.[collection]).__deferred.uri;
/** The status and the words of a refusal. */
export const refusalIn = (answer: Answer): string =>
  `${answer.status} ${errorSchema.safeParse(answer.json).data?.error.message.value}`;

/** The day that a date in an answer stands for. */
export function dayOf(value: unknown): string {
  const ms = Number(/^\/Date\((-?\d+)\)\/$/.exec(String(value))?.[1]);
  return new Date(ms).toISOString().slice(0, 10);
}

/** A customer that an entry may name. */
export function customerIn({ exact }: Sandbox): string {
  const found = [...exact.ledger.accounts.values()].find(
    ({ fields }) => fields['Status'] === 'C' && fields['Blocked'] === false,
  );
  if (found === undefined) throw new Error('There is no customer.');
  return found.id;
}

/** A G/L account that a line may name. */
export function revenueIn({ business }: Sandbox): string {
  const found = business.glAccounts.find(({ type, isBlocked }) => type === 110 && !isBlocked);
  if (found === undefined) throw new Error('There is no revenue account.');
  return found.id;
}

/** An entry that the division takes: one line of 100 with 21 % VAT. */
export const entryBody = (sandbox: Sandbox, changes: Fields = {}): Fields => ({
  Customer: customerIn(sandbox),
  Journal: '70',
  EntryDate: '2026-11-02',
  SalesEntryLines: [lineBody(sandbox)],
  ...changes,
});

export const lineBody = (sandbox: Sandbox, changes: Fields = {}): Fields => ({
  GLAccount: revenueIn(sandbox),
  VATCode: '4',
  AmountFC: 100,
  ...changes,
});

const ENTRIES = 'salesentry/SalesEntries';

export const sendEntry = (world: ExactWorld, changes: Fields = {}): Promise<Answer> =>
  world.post(ENTRIES, entryBody(world, changes), { prefer: 'return=representation' });

/** Books an entry, and gives it as it came back. */
export async function book(world: ExactWorld, changes: Fields = {}): Promise<Fields> {
  const answer = await sendEntry(world, changes);
  if (answer.status !== 201) throw new Error(`It was not booked: ${refusalIn(answer)}`);
  return entityIn(answer);
}

/** Books an entry of one line, and gives the line as it stands there. */
export async function bookLine(world: ExactWorld, line: Fields, changes: Fields = {}): Promise<Fields> {
  const [row] = await linesOf(world, await book(world, { ...changes, SalesEntryLines: [lineBody(world, line)] }));
  if (row === undefined) throw new Error('The entry has no lines.');
  return row;
}

export const linesOf = async (world: ExactWorld, entry: Fields): Promise<Fields[]> =>
  rowsIn(
    await world.get('salesentry/SalesEntryLines', {
      $select: 'GLAccount,VATCode,AmountFC,VATAmountFC,AmountDC,Description,Quantity',
      $filter: `EntryID eq guid'${entry['EntryID']}'`,
    }),
  );
