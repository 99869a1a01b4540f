import type { Only, RunRecord, SalesEntryIntent } from '../store/records.ts';
import { joined, shownIn } from './only.ts';
import { keyOf } from './order.ts';

type Trigger = RunRecord['trigger'];

/** What a run is to do that takes over what dead workers left. */
export interface TakenOver {
  readonly only: Only | null;
  readonly trigger: Trigger;
  /** All that was left was to stop, and nothing else is asked for. */
  readonly isToStop: boolean;
}

/** What is asked for when the run begins. */
interface Asked {
  readonly only: Only | null;
  readonly trigger: Trigger;
  /** No more than to go on with what was left. */
  readonly goesOnWithLeft: boolean;
}

/**
 * What dead workers left of the connection's runs is gone on with by whichever begins first. Of what the user had stopped
 * no more is taken along than what may have been sent: that is looked for.
 * @param sent of the connection
 */
export function takeOver(
  { only, trigger, goesOnWithLeft }: Asked,
  left: readonly RunRecord[],
  isStopped: (run: RunRecord) => boolean,
  sent: readonly SalesEntryIntent[],
): TakenOver {
  const isToStop = goesOnWithLeft && left.length > 0 && left.every(isStopped);
  const about = left.map((run) => (isStopped(run) && !isToStop ? sentOf(run, sent) : run.only));
  const askedFor = left.filter((run) => isToStop || !isStopped(run)).map((run) => run.trigger);
  return {
    only: about.reduce((all, one) => joined(one, all), only),
    trigger: [trigger, ...askedFor].find(isAskedFor) ?? trigger,
    isToStop,
  };
}

/** As they were shown to the user. */
function sentOf({ only }: RunRecord, sent: readonly SalesEntryIntent[]): Only {
  const shown = shownIn(only);
  return sent.map(({ entry: { kind }, subject: id }) => ({ kind, id, shown: shown.get(keyOf({ kind, id })) ?? null }));
}

export const isAskedFor = (trigger: Trigger): boolean => trigger !== 'automatic' && trigger !== 'resume';
