/** When a connection is synced next without anybody asking. */
import { automaticAfter, automaticEveryOf, withinHours } from '../automatic.ts';
import type { Connection } from '../connection.ts';
import type { Database } from '../store/database.ts';
import type { Intent, PdfIntent, RunRecord } from '../store/records.ts';
import { ANSWER_LOST_WAIT_MS, believedAt } from './causes.ts';
import { isFollowed } from './follow.ts';
import { wishDueAt } from './payment-actions.ts';
import { goesOnAt, unfinishedAmong } from './unfinished.ts';

const MINUTE_MS = 60_000;
/** What the last run looked for in vain is not looked for at once again. */
const AFTER_LOOKING_MS = 60 * MINUTE_MS;
/** A run that ended with a problem is not followed by another at once: offline, it would end the same. */
const AFTER_PROBLEM_MS = 5 * MINUTE_MS;

/** When all were synced last, where that is so long ago that it is not kept any more. */
const LONG_AGO = 0;

interface Wake {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly trigger: RunRecord['trigger'];
}

/**
 * When the next run of the connection is due, for what waits or by itself; null: when the user asks for it.
 * @param runs its own, the newest first
 */
export async function nextWake(
  database: Database,
  connection: Connection,
  runs: readonly RunRecord[],
  now: number,
): Promise<Wake | null> {
  const { problem = null, endedAt = null } = runs[0] ?? {};
  // What ended the run for a while keeps everything waiting, also what might go on sooner.
  if (problem !== null && 'until' in problem) return { at: problem.until, trigger: 'resume' };
  const records = await database.documents(connection.id);
  const waits = records.flatMap(({ outcome }) =>
    outcome.state === 'waiting' && outcome.until !== null ? [outcome.until] : [],
  );
  const followed = new Set(records.filter(isFollowed).map(({ id }) => id));
  for (const intent of await database.intents(connection.id)) {
    // No run looks at the payments of what is not followed any more.
    if (intent.type === 'payment' && !followed.has(intent.subject)) continue;
    waits.push(...lookedForAt(intent, connection, runs[0]));
  }
  waits.push(...unfinishedAmong(runs, records).flatMap((run) => goesOnAt(run) ?? []));
  const earliest = problem === null ? 0 : (endedAt ?? 0) + AFTER_PROBLEM_MS;
  const resume = waits.length === 0 ? null : Math.max(Math.min(...waits), earliest);
  // What goes on by itself is about what was left: it does not put off what is due for all.
  const lastOfAll = runs.find(({ only }) => only === null)?.endedAt ?? (runs.length === 0 ? null : LONG_AGO);
  const automatic = nextAutomatic(connection, lastOfAll, now);
  if (automatic !== null && (resume === null || automatic <= resume)) return { at: automatic, trigger: 'automatic' };
  return resume === null ? null : { at: resume, trigger: 'resume' };
}

/**
 * When what was sent without an answer is looked for where it was sent, or what the user wants is done; a document's own
 * write is told by its outcome.
 */
function lookedForAt(intent: Intent, connection: Connection, last: RunRecord | undefined): readonly number[] {
  const endedAt = last?.endedAt ?? 0;
  if (intent.type === 'paymentWish') return [wishDueAt(intent)];
  if (intent.type === 'pdf' && !isSentPdf(intent)) {
    // What the user stopped, or has since turned off, waits for his next sync; what keeps out every PDF, for its end.
    const waits = connection.attachPdf && last?.problem?.type !== 'stoppedByUser' && intent.notBefore > endedAt;
    return waits ? [intent.notBefore] : [];
  }
  const at = toBelieveAt(intent);
  if (at === null) return [];
  return [endedAt < at ? at : endedAt + AFTER_LOOKING_MS];
}

const isSentPdf = ({ step }: PdfIntent): boolean => step.at === 'documentSent' || step.at === 'fileSent';

/** When it may be believed that it was not done, in epoch milliseconds; null: it was not sent, or its document tells. */
function toBelieveAt(intent: Intent): number | null {
  switch (intent.type) {
    case 'payment':
      return believedAt(intent);
    case 'bankAccount':
      return intent.isSent ? intent.sentAt + ANSWER_LOST_WAIT_MS : null;
    case 'pdf':
      return isSentPdf(intent) ? intent.sentAt + ANSWER_LOST_WAIT_MS : null;
    default:
      return null;
  }
}

/** @param endedAt of the last run; one ahead of the clock is none */
function nextAutomatic(connection: Connection, endedAt: number | null, now: number): number | null {
  const every = automaticEveryOf(connection);
  if (every === null) return null;
  const next = automaticAfter(endedAt === null || endedAt > now ? now : endedAt, every, connection.automaticHours);
  // What was slept through is caught up with as soon as it may work.
  return withinHours(Math.max(next, now), connection.automaticHours);
}
