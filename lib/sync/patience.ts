import type { Cause } from '../outcome.ts';
import type { Result } from '../result.ts';

/** A ration that opens again so soon is waited for. */
const LONGEST_WAIT_MS = 2 * 60_000;

export interface Patience {
  /** Is it wanted no more? */
  isStopped(): boolean;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Asks again once the ration allows it: thousands of documents or entries are more than a minute's. */
export async function patiently<T>(
  ask: () => Promise<Result<T, Cause>>,
  patience: Patience,
  now: () => number,
): Promise<Result<T, Cause>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.type !== 'limitReached' || patience.isStopped()) return answer;
    const wait = answer.error.until - now();
    if (wait > LONGEST_WAIT_MS) return answer;
    await patience.sleep(Math.max(0, wait));
  }
}
