import { Agent, fetch as undiciFetch } from 'undici';
import type { Business } from './business/business.ts';
import { createBusiness } from './business/create-business.ts';
import { DEFAULT_SWITCHES, type StandInContext, type Switches } from './contract.ts';
import { CallLog } from './core/call-log.ts';
import { certificateFor } from './core/certificate.ts';
import { MovableClock } from './core/clock.ts';
import { serveControl } from './core/control.ts';
import { Faults } from './core/faults.ts';
import { serve } from './core/server.ts';
import { createExact, type Exact } from './exact/index.ts';
import { knownHereAlone } from './exact/known-here-alone.ts';
import { createTeamleader, type Teamleader } from './teamleader/index.ts';

export interface SandboxOptions {
  readonly seed?: number;
  readonly country?: 'BE' | 'NL';
  /** How many documents in all. */
  readonly documents?: number;
  /** So many accounts more stand in Exact, of which Teamleader knows nothing. */
  readonly inExactAlone?: number;
  /** How many times faster the rations and tokens run out than the real ones. */
  readonly speed?: number;
  /** The same of tokens alone. */
  readonly tokenSpeed?: number;
  readonly port?: number;
  readonly controlPort?: number;
  readonly switches?: Partial<Switches>;
  /** Makes another business of it: one whose division has no sales journal, for instance. */
  readonly story?: (business: Business) => Business;
}

export interface Sandbox {
  readonly port: number;
  readonly controlUrl: string;
  readonly hosts: readonly string[];
  /** Lead the services' host names to the sandbox, and every other name nowhere. */
  readonly chromiumArgs: readonly string[];
  /** Reaches the stand-ins from Node by their real addresses. */
  readonly fetch: typeof fetch;
  readonly business: Business;
  readonly clock: MovableClock;
  readonly switches: Switches;
  readonly teamleader: Teamleader;
  readonly exact: Exact;
  readonly log: CallLog;
  readonly faults: Faults;
  /** What the real services would swallow in silence and our product must never do. */
  readonly defects: readonly string[];
  close(): Promise<void>;
}

/** Starts the stand-ins for both services: one process, real host names, TLS. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, country = 'BE', documents = 60, speed = 1, story = (told) => told } = options;
  const business = story(createBusiness({ seed, country, documents }));
  const clock = new MovableClock();
  const switches: Switches = { ...DEFAULT_SWITCHES, ...options.switches };
  const defects: string[] = [];
  const { tokenSpeed = speed } = options;
  const context: StandInContext = { clock, speed, tokenSpeed, switches, defect: (text) => defects.push(text) };
  const teamleader = createTeamleader(business, context);
  const exact = createExact(business, context);
  for (const fields of knownHereAlone(seed, country, options.inExactAlone ?? 0)) exact.ledger.putAccount(null, fields);
  const standIns = [teamleader, exact];
  const hosts = standIns.flatMap((standIn) => standIn.hosts);

  const certificate = await certificateFor(hosts);
  const log = new CallLog(clock);
  const faults = new Faults();
  const server = await serve(standIns, certificate, options.port ?? 0, log, faults);
  const control = await serveControl(
    { business, standIns, log, faults, clock, switches, defects },
    options.controlPort ?? 0,
  );
  const agent = new Agent({
    connect: {
      ca: certificate.cert,
      lookup: (_host, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
    },
  });
  const rules = [
    ...hosts.map((host) => `MAP ${host} 127.0.0.1:${server.port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return {
    port: server.port,
    controlUrl: control.url,
    hosts,
    chromiumArgs: [
      `--host-resolver-rules=${rules.join(',')}`,
      `--ignore-certificate-errors-spki-list=${certificate.spkiHash}`,
    ],
    fetch: fetchThrough(agent, server.port),
    business,
    clock,
    switches,
    teamleader,
    exact,
    log,
    faults,
    defects,
    close: async () => {
      await Promise.all([server.close(), control.close(), agent.destroy()]);
    },
  };
}

/** The same addresses with the sandbox's port; the Host header stays the service's own. */
function fetchThrough(agent: Agent, port: number): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = url.host;
    url.port = String(port);
    const headers = new Headers(init?.headers);
    headers.set('host', host);
    const answer = await undiciFetch(url, {
      method: init?.method ?? 'GET',
      headers: [...headers.entries()],
      body: typeof init?.body === 'string' || init?.body instanceof URLSearchParams ? init.body.toString() : null,
      redirect: init?.redirect ?? 'follow',
      ...(init?.signal ? { signal: init.signal } : {}),
      dispatcher: agent,
    });
    const body = await answer.arrayBuffer();
    return new Response(body.byteLength === 0 ? null : body, {
      status: answer.status,
      headers: [...answer.headers.entries()],
    });
  };
}
