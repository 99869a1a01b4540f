/** When a connection is synced next without anybody asking. */
import { automaticEveryOf, withinHours } from '../automatic.ts';
import type { Connection } from '../connection.ts';
import type { Database } from '../store/database.ts';
import type { Intent, RunRecord } from '../store/records.ts';
import { ANSWER_LOST_WAIT_MS } from './causes.ts';

const MINUTE_MS = 60_000;
/** What the last run looked for in vain is not looked for at once again. */
const AFTER_LOOKING_MS = 60 * MINUTE_MS;
/** A run that ended with a problem is not followed by another at once: offline, it would end the same. */
const AFTER_PROBLEM_MS = 5 * MINUTE_MS;
/** A service that did not answer is tried again by itself. */
const AFTER_UNREACHABLE_MS = 15 * MINUTE_MS;

interface Wake {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly trigger: RunRecord['trigger'];
}

/**
 * When the next run of the connection is due, for what waits or by itself; null: when the user asks for it.
 * @param last of its runs
 */
export async function nextWake(
  database: Database,
  connection: Connection,
  last: RunRecord | undefined,
  now: number,
): Promise<Wake | null> {
  const { problem = null, endedAt = null } = last ?? {};
  // What ended the run for a while keeps everything waiting, also what might go on sooner.
  if (problem !== null && 'until' in problem) return { at: problem.until, trigger: 'resume' };
  const waits = (await database.documents(connection.id)).flatMap(({ outcome }) =>
    outcome.state === 'waiting' && outcome.until !== null ? [outcome.until] : [],
  );
  for (const intent of await database.intents(connection.id)) waits.push(...lookedForAt(intent, endedAt ?? 0));
  if (problem?.type === 'unreachable') waits.push((endedAt ?? 0) + AFTER_UNREACHABLE_MS);
  const earliest = problem === null ? 0 : (endedAt ?? 0) + AFTER_PROBLEM_MS;
  const resume = waits.length === 0 ? null : Math.max(Math.min(...waits), earliest);
  const automatic = nextAutomatic(connection, endedAt, now);
  if (automatic !== null && (resume === null || automatic < resume)) return { at: automatic, trigger: 'automatic' };
  return resume === null ? null : { at: resume, trigger: 'resume' };
}

/**
 * When what follows on booking, and was sent without an answer, is looked for in Exact; a document's own write is told by
 * its outcome.
 * @param endedAt of the last run
 */
function lookedForAt(intent: Intent, endedAt: number): readonly number[] {
  if (!isFollowUpInDoubt(intent)) return [];
  const at = intent.sentAt + ANSWER_LOST_WAIT_MS;
  return [endedAt < at ? at : endedAt + AFTER_LOOKING_MS];
}

function isFollowUpInDoubt(intent: Intent): boolean {
  switch (intent.type) {
    case 'bankAccount':
      return intent.isSent;
    case 'pdf':
      return intent.step.at === 'documentSent' || intent.step.at === 'fileSent';
    default:
      return false;
  }
}

/** @param endedAt of the last run; one ahead of the clock is none */
function nextAutomatic(connection: Connection, endedAt: number | null, now: number): number | null {
  const every = automaticEveryOf(connection);
  if (every === null) return null;
  const next = (endedAt === null || endedAt > now ? now : endedAt) + every * MINUTE_MS;
  // What was slept through is caught up with as soon as it may work.
  return withinHours(Math.max(next, now), connection.automaticHours);
}
