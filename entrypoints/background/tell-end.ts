import { browser } from 'wxt/browser';
import { type Connection, namesOf } from '../../lib/connection.ts';
import { describeCause } from '../../lib/i18n/describe.ts';
import { fill, formatTime } from '../../lib/i18n/index.ts';
import { textsFor } from '../../lib/i18n/tables.ts';
import type { Notify } from '../../lib/notify.ts';
import type { DocumentRecord, RunRecord } from '../../lib/store/records.ts';
import { asOne } from '../../lib/store/round.ts';
import type { Settings } from '../../lib/store/settings.ts';
import { caughtUpSince, isNews } from '../../lib/sync/news.ts';
import { paidNotices } from '../../lib/views/paid-notices.ts';
import { languageOr } from './language.ts';
import { notify } from './tell.ts';

/** Tells of a round's end what the user wants to hear. @param runs all of them, the newest first */
export async function tellEnd(
  round: readonly RunRecord[],
  { notify: when, notifyPaid, connections }: Settings,
  runs: readonly RunRecord[],
  records: () => Promise<readonly DocumentRecord[]>,
): Promise<void> {
  const isNewsOfRound = round.some((run) => isTold(run, when) && isNews(run, runsBefore(run, runs)));
  if (isNewsOfRound) await notifyEnd(round, namesOf(connections), since(round, runs, connections));
  if (notifyPaid) await notifyPayments(round, await records());
}

/** Of the same connection, the newest first. */
const runsBefore = (run: RunRecord, runs: readonly RunRecord[]): RunRecord[] =>
  runs.filter(
    ({ id, connectionId, startedAt }) =>
      id !== run.id && connectionId === run.connectionId && startedAt <= run.startedAt,
  );

/** Since when the round had to catch up, or null. */
function since(
  round: readonly RunRecord[],
  runs: readonly RunRecord[],
  connections: readonly Connection[],
): number | null {
  const times = round.flatMap((run) => {
    const connection = connections.find(({ id }) => id === run.connectionId);
    if (connection === undefined) return [];
    return caughtUpSince(run, runsBefore(run, runs)[0] ?? null, connection) ?? [];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** Does the user want to hear of it? */
const isTold = ({ problem, paymentsProblem, counts }: RunRecord, when: Notify): boolean =>
  when === 'all' || (when === 'problems' && (problem !== null || paymentsProblem !== null || counts.blocked > 0));

async function notifyPayments(round: readonly RunRecord[], records: readonly DocumentRecord[]): Promise<void> {
  const language = await languageOr(browser.i18n.getUILanguage());
  for (const run of round) {
    for (const { id, title, message } of paidNotices(run, records, language)) await notify(id, title, message);
  }
}

/** @param caughtUp since when, where Chrome did not run for long */
async function notifyEnd(
  round: readonly RunRecord[],
  names: ReadonlyMap<string, string>,
  caughtUp: number | null,
): Promise<void> {
  const run = asOne(round);
  if (run === null) return;
  const language = await languageOr(browser.i18n.getUILanguage());
  const texts = textsFor(language);
  const told = fill(texts.notification.counts, run.counts);
  const counts =
    caughtUp === null ? told : `${fill(texts.automatic.caughtUp, { time: formatTime(caughtUp, language) })} ${told}`;
  if (run.problem === null) return notify(run.id, texts.notification.done, counts);
  const problems = round.flatMap(({ connectionId, problem }) => {
    if (problem === null) return [];
    const { text, fix } = describeCause(problem, texts, language);
    const name = names.get(connectionId);
    return [name === undefined ? `${text} ${fix}` : `${name}: ${text} ${fix}`];
  });
  return notify(run.id, texts.notification.stopped, [...problems, counts].join(' '));
}
