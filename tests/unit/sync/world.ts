/** The engine against the stand-ins over real HTTP, without a browser: what a run does, seen in the ledgers. */
import { type Connection, connectionSchema } from '../../../lib/connection.ts';
import { createExact, EXACT_HEADERS } from '../../../lib/exact/client.ts';
import { createExactLogin } from '../../../lib/exact/login.ts';
import { exactErrorText } from '../../../lib/exact/odata.ts';
import { readExactRates } from '../../../lib/exact/rates.ts';
import { createFileFetcher } from '../../../lib/http/file.ts';
import { Database } from '../../../lib/store/database.ts';
import type { Only, RunRecord } from '../../../lib/store/records.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { runSync } from '../../../lib/sync/run.ts';
import { createTeamleader, TEAMLEADER_HEADERS } from '../../../lib/teamleader/client.ts';
import { teamleaderErrorText } from '../../../lib/teamleader/error-text.ts';
import { createTeamleaderLogin } from '../../../lib/teamleader/login.ts';
import { readTeamleaderRates } from '../../../lib/teamleader/rates.ts';
import { type Tally, tally } from '../../run/tally.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { type Connected, connect } from '../http/world.ts';

export interface World {
  readonly sandbox: Sandbox;
  readonly context: SyncContext;
  /** A browser that knows nothing yet, set up on the same connection. */
  anotherBrowser(): Promise<SyncContext>;
  /** Another connection of the first browser. */
  beside(change: Partial<Connection>): SyncContext;
  /** The first browser, closed and opened again. */
  reopened(): SyncContext;
  /** The first browser, after its user has logged in anew at both services. */
  loggedInAnew(): Promise<SyncContext>;
}

interface Surroundings {
  /** Really waits, where it is not told otherwise. */
  readonly sleepIn?: (sandbox: Sandbox) => (ms: number) => Promise<void>;
  /** The browser's clock, where it is another than the services'. */
  readonly nowIn?: (sandbox: Sandbox) => () => number;
  readonly timeoutMs?: number;
  /** Log-ins with the secrets of the apps are renewed by refresh tokens. */
  readonly withSecrets?: boolean;
}

let databases = 0;

export async function startWorld(
  options: SandboxOptions = {},
  { sleepIn, nowIn, timeoutMs, withSecrets = false }: Surroundings = {},
): Promise<World> {
  const sandbox = await startSandbox({ documents: 60, speed: 60, ...options });
  const now = nowIn?.(sandbox) ?? (() => sandbox.clock.now());
  const surroundings = { sleep: sleepIn?.(sandbox), now, timeoutMs };
  const connection = connectionOf(sandbox);
  const { users } = sandbox.business;
  const keysOf = ({ clientId, clientSecret }: typeof EXACT_APP | typeof TEAMLEADER_APP) => ({
    clientId,
    clientSecret: withSecrets ? clientSecret : null,
  });
  const teamleaderLogIn = () =>
    connect(sandbox, {
      entries: { ...users.teamleader, decision: 'allow' },
      login: (tools) => createTeamleaderLogin({ ...tools, redirectUri: TEAMLEADER_APP.redirectUri }),
      keys: keysOf(TEAMLEADER_APP),
      readRates: readTeamleaderRates,
      headers: TEAMLEADER_HEADERS,
      errorText: teamleaderErrorText,
      parallel: 6,
      guarded: false,
      ...surroundings,
    });
  // Each browser has a log-in of its own, and counts its own refusals.
  const exactLogIn = () =>
    connect(sandbox, {
      entries: { UserName: users.exact.email, Password: users.exact.password, consent: 'yes' },
      login: (tools) => createExactLogin('be', { ...tools, redirectUri: EXACT_APP.redirectUri }),
      keys: keysOf(EXACT_APP),
      readRates: readExactRates,
      headers: EXACT_HEADERS,
      errorText: exactErrorText,
      parallel: 4,
      guarded: true,
      ...surroundings,
    });
  const contextOf = (
    reached: Connected,
    exact: Connected,
    name: string,
    booked: Connection = connection,
    database = new Database(name),
  ): SyncContext => ({
    connection: booked,
    siblings: [],
    database,
    fetchFile: createFileFetcher(sandbox.fetch),
    standApart: async () => undefined,
    random: () => 0,
    now,
    teamleader: createTeamleader(reached.requester),
    exact: createExact(exact.requester, 'be').inDivision(booked.division.code),
  });
  const nextName = (): string => {
    databases += 1;
    return `world-${databases}`;
  };
  const teamleader = await teamleaderLogIn();
  const exact = await exactLogIn();
  const name = nextName();
  const context = contextOf(teamleader, exact, name);
  return {
    sandbox,
    context,
    beside: (change) =>
      contextOf(teamleader, exact, name, { ...connection, id: crypto.randomUUID(), ...change }, context.database),
    anotherBrowser: async () => contextOf(teamleader, await exactLogIn(), nextName()),
    reopened: () => contextOf(teamleader.reopened(), exact.reopened(), name),
    loggedInAnew: async () => contextOf(await teamleaderLogIn(), await exactLogIn(), name),
  };
}

function connectionOf({ business }: Sandbox): Connection {
  return connectionSchema.parse({
    id: crypto.randomUUID(),
    companyEntity: business.companyEntity,
    startDate: business.startDate,
    division: business.division,
    journals: { invoices: '70', creditNotes: '71' },
    vatLinks: Object.fromEntries(
      business.taxRates.flatMap(({ id, vatCode }) => (vatCode === null ? [] : [[id, vatCode]])),
    ),
    glAccounts: {
      revenue: business.glAccounts[0]?.code,
      discount: business.glAccounts.find((account) => account.description.includes('korting'))?.code ?? null,
      perTaxRate: {},
    },
  });
}

export const run = (
  context: SyncContext,
  only: Only | null = null,
  trigger: RunRecord['trigger'] = 'click',
): Promise<RunRecord> => runSync(context, { id: crypto.randomUUID(), trigger, only }, () => undefined);

/** What the ledgers say, given what the browser holds back. */
export async function tallyOf({ sandbox }: World, { database, connection }: SyncContext): Promise<Tally> {
  return tally(sandbox, await database.documents(connection.id));
}

export const booksCalls = ({ sandbox }: World): number =>
  sandbox.log.counts('exact')['POST salesentry/SalesEntries'] ?? 0;
