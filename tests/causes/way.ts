/** The way there: rights, rations, answers that do not come or make no sense, and who else is on it. */
import { troubleOf } from '../../lib/store/trouble.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { runSync } from '../../lib/sync/run.ts';
import type { FaultOrder } from '../sandbox/core/faults.ts';
import { run, type World } from '../unit/sync/world.ts';
import { type Case, type CaseName, documentsTell, runTells } from './case.ts';
import { sale } from './sale.ts';

const BOOK = 'POST salesentry/SalesEntries';
/** Longer than anybody tries. */
const FOR_GOOD = 100;

const faulty = (order: FaultOrder): Case => ({
  options: sale(),
  happen: ({ sandbox }) => sandbox.faults.order({ times: FOR_GOOD, ...order }),
});

const CUT = { kind: 'cut', when: 'before' } as const;
const NOTHING_KNOWN = { kind: 'body', body: '{"surprise":true}', when: 'before' } as const;

const answers = (status: number, body: unknown) =>
  ({ kind: 'status', status, when: 'before', body: JSON.stringify(body) }) as const;

/** A colleague's browser writes what ours is about to write, a moment before. */
async function overtaken({ context, ...world }: World): Promise<SyncContext> {
  const colleague = await world.anotherBrowser();
  return {
    ...context,
    exact: {
      ...context.exact,
      createSalesEntry: async (...booking) => {
        await colleague.exact.createSalesEntry(...booking);
        return context.exact.createSalesEntry(...booking);
      },
    },
  };
}

export const WAY = {
  'refused exact': faulty({
    service: 'exact',
    call: BOOK,
    fault: answers(400, { error: { message: { value: 'Verplicht: Kostenplaats' } } }),
  }),
  // It was removed after it was listed.
  'refused teamleader': faulty({
    service: 'teamleader',
    call: 'invoices.info',
    fault: answers(404, { errors: [{ title: 'Invoice not found', status: 404 }] }),
  }),
  'loginNeeded teamleader': {
    options: sale(),
    happen: ({ sandbox: { teamleader } }) => {
      teamleader.revokeTokens();
      teamleader.signOut();
    },
  },
  'loginNeeded exact': {
    options: sale(),
    happen: ({ sandbox: { exact } }) => {
      exact.revokeTokens();
      exact.signOut();
    },
  },
  'rightMissing teamleader': faulty({
    service: 'teamleader',
    call: 'invoices.list',
    fault: answers(403, { errors: [{ title: 'Forbidden', status: 403 }] }),
  }),
  'rightMissing exact': { options: sale(), happen: ({ sandbox: { exact } }) => exact.removeRight('manageAccounts') },
  'limitReached teamleader': {
    options: sale(),
    happen: ({ sandbox }) => {
      const reset = new Date(sandbox.clock.now() + 3_600_000).toISOString();
      const headers = { 'x-ratelimit-limit': '200', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
      sandbox.faults.order({ service: 'teamleader', times: FOR_GOOD, fault: { ...answers(429, {}), headers } });
    },
  },
  stoppedByUser: {
    options: sale(),
    tried: async (context) => {
      const stopped = { id: crypto.randomUUID(), trigger: 'click', only: null, isStopped: () => true } as const;
      const { problem } = await runSync(context, stopped, () => undefined);
      return [problem, ...(await documentsTell(context))];
    },
  },
  tooManyErrors: {
    options: { documents: 20 },
    happen: ({ sandbox: { faults } }) => {
      for (let n = 0; n < 5; n += 1) {
        const words = `Mandatory: field ${'abcde'.charAt(n)}`;
        faults.order({ service: 'exact', call: BOOK, fault: answers(400, { error: { message: { value: words } } }) });
      }
    },
    tried: async (context) => [(await run(context)).problem],
  },
  'limitReached exact': { options: sale(), happen: ({ sandbox: { exact } }) => exact.spendCalls(5_000) },
  'unreachable teamleader': faulty({ service: 'teamleader', fault: CUT }),
  'unreachable exact': faulty({ service: 'exact', fault: CUT }),
  'notUnderstood teamleader': faulty({ service: 'teamleader', fault: NOTHING_KNOWN }),
  'notUnderstood exact': faulty({ service: 'exact', call: 'GET financial/Journals', fault: NOTHING_KNOWN }),
  'colleagueBooking booking': {
    options: { documents: 20 },
    tried: async (_, world) => [(await run(await overtaken(world))).problem],
  },
  notReadBack: {
    options: sale(),
    // The first look is answered, and none after the booking.
    happen: ({ sandbox }) =>
      sandbox.faults.order({
        service: 'exact',
        call: 'GET salesentry/SalesEntries',
        skip: 1,
        times: FOR_GOOD,
        fault: CUT,
      }),
    tried: async (context) => {
      await run(context);
      return documentsTell(context);
    },
  },
  'answerLost booking': faulty({ service: 'exact', call: BOOK, times: 1, fault: CUT }),
  'answerLost customer': {
    options: sale({ customer: { inExact: 'no' } }),
    happen: ({ sandbox }) => sandbox.faults.order({ service: 'exact', call: 'POST crm/Accounts', fault: CUT }),
    tried: runTells,
  },
  unexpected: {
    options: sale(),
    tried: (context) => interrupted(context, () => new TypeError('a fault of the browser')),
  },
  storageFull: {
    options: sale(),
    tried: (context) => interrupted(context, () => new DOMException('no room', 'QuotaExceededError')),
  },
} satisfies Partial<Record<CaseName, Case>>;

/** A run in a browser that stores nothing any more. */
async function interrupted(context: SyncContext, fault: () => Error) {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw fault();
  };
  try {
    await run(context);
    return [];
  } catch (error) {
    return [troubleOf(error)];
  } finally {
    IDBObjectStore.prototype.put = put;
  }
}
