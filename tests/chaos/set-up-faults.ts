/** Every call that is made before and beside a run (log-ins, keys, choices, rights, ids in links), answered wrongly. */
import { z } from 'zod';
import type { PageRequest, TrustedRequest } from '../../lib/messages.ts';
import { tally } from '../run/tally.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type NodeBackground, startBackgroundInNode } from './background-in-node.ts';
import { joined } from './deaths.ts';
import { type Call, FAULTS, SIZES, type Told, timesOf } from './faults.ts';
import { contentScriptOf } from './hostile-messages.ts';
import { type HurriedTime, hurryTime, TIMEOUT_MS } from './hurried-time.ts';
import { isQuotaReached } from './ledger-check.ts';
import type { Part } from './report.ts';

const MINUTE = 60_000;
/** Who is told of trouble tries again after so long. */
const WAITS_MIN = [0, 2, 7, 61, 61, 25 * 60, 25 * 60];

const typed = z.object({ type: z.string() });
const serviceSchema = z.object({
  state: z.enum(['noKeys', 'loggedOut', 'connected']),
  keyTest: z.union([z.string(), typed]).nullable(),
  problem: typed.nullable(),
});
const viewSchema = z.object({
  services: z.object({ teamleader: serviceSchema, exact: serviceSchema }),
  choicesProblem: typed.nullable(),
  rights: z.array(z.unknown()),
  problems: z.array(z.string()),
  isSaved: z.boolean(),
  connection: z.record(z.string(), z.unknown()).nullable(),
});
type View = z.infer<typeof viewSchema>;

/** What a user does, and how he sees that it is done or why it is not. */
interface Step {
  readonly name: string;
  readonly ask: TrustedRequest;
  readonly isDone: (view: View) => boolean;
  /** Is he told why it is not? */
  readonly isTold: (view: View) => boolean;
}

const SERVICES = ['teamleader', 'exact'] as const;
type Service = (typeof SERVICES)[number];
const APPS = { teamleader: TEAMLEADER_APP, exact: EXACT_APP };

const plainly = (name: string, ask: TrustedRequest): Step => ({
  name,
  ask,
  isDone: () => true,
  isTold: () => false,
});

const connecting = (service: Service): Step[] => {
  const { clientId, clientSecret } = APPS[service];
  return [
    plainly(`the keys of ${service}`, { type: 'setup/saveKeys', service, clientId, clientSecret }),
    {
      name: `the key test of ${service}`,
      ask: { type: 'setup/testKeys', service },
      isDone: ({ services }) =>
        services[service].keyTest === 'right' || services[service].keyTest === 'redirectUrlUnknown',
      isTold: ({ services }) => services[service].keyTest !== null,
    },
    {
      name: `the log-in to ${service}`,
      ask: { type: 'setup/logIn', service },
      isDone: ({ services }) => services[service].state === 'connected',
      isTold: ({ services, choicesProblem }) => services[service].problem !== null || choicesProblem !== null,
    },
  ];
};

const stepsIn = ({ business }: Sandbox): Step[] => [
  ...connecting('teamleader'),
  plainly('the country', { type: 'setup/region', region: 'be' }),
  ...connecting('exact'),
  plainly('the company entity', {
    type: 'setup/change',
    draft: { companyEntityId: business.companyEntity.id, startDate: business.startDate },
  }),
  plainly('the division', { type: 'setup/change', draft: { divisionCode: business.division.code } }),
  {
    name: 'the choices',
    ask: { type: 'setup/view', reload: true },
    isDone: ({ choicesProblem, rights }) => choicesProblem === null && rights.length > 0,
    isTold: ({ choicesProblem }) => choicesProblem !== null,
  },
  {
    name: 'saving',
    ask: { type: 'setup/save' },
    isDone: ({ isSaved, connection }) => isSaved && connection !== null,
    isTold: ({ problems }) => problems.length > 0,
  },
];

interface Trouble {
  readonly call: Call;
  readonly kind: string;
}

interface Outcome {
  readonly connection: string;
  readonly calls: readonly Call[];
  readonly part: Part;
}

/** A user who sets up and syncs; where he is told of trouble, he tries again later. */
async function journey(trouble: Trouble | null, time: HurriedTime): Promise<Outcome> {
  const sandbox = await startSandbox({
    documents: SIZES.small,
    speed: 60,
    tokenSpeed: 1,
    switches: { idsInLinks: 'number' },
  });
  try {
    if (trouble !== null) orderIn(sandbox, trouble);
    const background = await startBackgroundInNode(sandbox);
    const wrong: string[] = [];
    for (const step of stepsIn(sandbox)) wrong.push(...(await take(step, background, time)));
    wrong.push(...(await lookAtPage(background, sandbox, time)));
    const calls = sandbox.log.calls.map(({ service, name }) => ({ service, name }));
    const view = viewSchema.parse(await background.ask({ type: 'setup/view', reload: false }));
    const figures = await syncTillRight(background, sandbox, time);
    if (figures.missing > 0) wrong.push(`${figures.missing} documents are not as their story says`);
    const errorQuotaReached = sandbox.defects.filter(isQuotaReached).length;
    return {
      connection: JSON.stringify({ ...view.connection, id: null }),
      calls,
      part: { figures: { ...figures, errorQuotaReached }, failures: [...wrong, ...sandbox.defects] },
    };
  } finally {
    await sandbox.close();
  }
}

/** By how much the services' clock is off from some call on, in milliseconds. */
const JUMPS: Readonly<Record<string, number>> = { 'an hour ahead': 60 * MINUTE, 'an hour behind': -60 * MINUTE };

/** Longer than anybody waits here. */
const slowed = (fault: Told): Told => ('ms' in fault && fault.ms > 1_000 ? { ...fault, ms: 2 * TIMEOUT_MS } : fault);

function orderIn({ faults, clock, teamleader, exact }: Sandbox, { call: { service, name }, kind }: Trouble): void {
  const fault = FAULTS[kind];
  if (fault !== undefined) faults.order({ service, call: name, times: timesOf(kind), fault: slowed(fault) });
  let jump = JUMPS[kind] ?? 0;
  const standIn = service === 'exact' ? exact : teamleader;
  const handle = standIn.handle.bind(standIn);
  standIn.handle = (request) => {
    if (standIn.nameCall(request) === name) {
      clock.advance(jump);
      jump = 0;
    }
    return handle(request);
  };
}

async function take({ name, ask, isDone, isTold }: Step, background: NodeBackground, time: HurriedTime) {
  for (const minutes of WAITS_MIN) {
    time.advance(minutes * MINUTE);
    const view = viewSchema.safeParse(await background.ask(ask));
    if (!view.success) return [`${name}: no view was answered`];
    if (isDone(view.data)) return [];
    const isConnecting = ask.type === 'setup/testKeys' || ask.type === 'setup/logIn';
    const loggedOut = SERVICES.filter((service) => !isConnecting && view.data.services[service].state === 'loggedOut');
    if (loggedOut.length === 0 && !isTold(view.data)) return [`${name}: it is not told why not`];
    await logIn(loggedOut, background);
  }
  return [`${name}: it never came to an end`];
}

/** The user does as he is told. */
async function logIn(services: readonly Service[], background: NodeBackground): Promise<void> {
  for (const service of services) await background.ask({ type: 'setup/logIn', service });
}

const pageSchema = z.object({ badges: z.array(z.object({ icon: z.string() })) });

/** Rows that bear numbers of the old API alone: each must be known in the end. */
async function lookAtPage(background: NodeBackground, { business }: Sandbox, time: HurriedTime): Promise<string[]> {
  const rows = business.documents
    .filter(({ expected }) => expected === 'booked')
    .slice(0, 3)
    .map(({ kind, legacyId }) => ({ key: String(legacyId), kind, id: String(legacyId), number: null }));
  const reading = { page: 'list', kind: 'invoice', strategy: 'links', rows: rows.length } as const;
  const ask: PageRequest = { type: 'page/view', language: 'en', rows, reading };
  for (const minutes of [0, 25 * 60]) {
    time.advance(minutes * MINUTE);
    const view = pageSchema.safeParse(await background.send(ask, contentScriptOf(background.id)));
    if (!view.success) return ['the page got no view'];
  }
  return [];
}

const historySchema = z.object({
  runs: z.array(z.object({ endedAt: z.number().nullable() })),
  documents: z.array(
    z.object({
      id: z.string(),
      outcome: z.object({ state: z.string(), cause: z.object({ type: z.string() }).nullish() }),
    }),
  ),
});

async function syncTillRight(background: NodeBackground, sandbox: Sandbox, time: HurriedTime) {
  let figures = { duplicates: 0, missing: sandbox.business.documents.length };
  for (const minutes of WAITS_MIN) {
    time.advance(minutes * MINUTE);
    // Tokens run out between two tries, and on a busy machine the new ones may come too late: that must be told.
    const { services } = viewSchema.parse(await background.ask({ type: 'setup/view', reload: false }));
    await logIn(
      SERVICES.filter((service) => services[service].state === 'loggedOut' && services[service].problem !== null),
      background,
    );
    await background.ask({ type: 'sync/start' });
    await background.idle();
    const { documents } = historySchema.parse(await background.ask({ type: 'history/view' }));
    const { duplicates, missing, unexpected } = tally(sandbox, documents);
    figures = { duplicates, missing: missing + unexpected.length };
    if (figures.missing === 0) break;
  }
  return figures;
}

/** Calls by name, each once. */
const distinct = (calls: readonly Call[]): Call[] => [
  ...new Map(calls.map((call) => [`${call.service} ${call.name}`, call] as const)).values(),
];

export async function setUpFaults({ quick }: { readonly quick: boolean }): Promise<Part> {
  const time = hurryTime();
  try {
    const undisturbed = await journey(null, time);
    const kinds = [...Object.keys(FAULTS), ...Object.keys(JUMPS)];
    const troubles = distinct(undisturbed.calls).flatMap((call) => kinds.map((kind) => ({ call, kind })));
    const parts: Part[] = [undisturbed.part];
    for (const [index, trouble] of troubles.entries()) {
      // A prime step passes by every call and every fault.
      if (quick && index % 23 !== 0) continue;
      const { connection, part } = await journey(trouble, time);
      const isSame = connection === undisturbed.connection;
      const title = `${trouble.kind} at ${trouble.call.service} ${trouble.call.name}`;
      const wrong = [...part.failures, ...(isSame ? [] : [`another set-up came out: ${connection}`])];
      const figures = { ...part.figures, faults: 1 };
      parts.push({ figures, failures: wrong.map((text) => `${title}, in the set-up: ${text}`) });
    }
    return joined(parts);
  } finally {
    time.stop();
  }
}
