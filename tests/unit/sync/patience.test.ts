import { expect, it } from 'vitest';
import type { Cause } from '../../../lib/outcome.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { patiently } from '../../../lib/sync/patience.ts';

const NOW = 1_000_000;
const MINUTE = 60_000;

/** Asks a service that has no calls left until then, and once more after. @returns the answer, and how long was waited */
async function asked(until: number, isStopped = false) {
  const waited: number[] = [];
  const spent = { type: 'limitReached', service: 'exact', until } as const;
  const answers: Result<string, Cause>[] = [err(spent), ok('done')];
  const answer = await patiently(
    async () => answers.shift() ?? ok('asked too often'),
    { isStopped: () => isStopped, sleep: async (ms) => void waited.push(ms) },
    () => NOW,
  );
  return { answer, waited };
}

it('waits for a ration that opens again soon', async () => {
  expect(await asked(NOW + MINUTE)).toEqual({ answer: ok('done'), waited: [MINUTE] });
  expect(await asked(NOW - MINUTE)).toEqual({ answer: ok('done'), waited: [0] });
});

it('says when a ration opens that does not soon, or that nobody waits for any more', async () => {
  expect(await asked(NOW + 60 * MINUTE)).toMatchObject({ answer: { error: { type: 'limitReached' } }, waited: [] });
  expect(await asked(NOW + MINUTE, true)).toMatchObject({ answer: { error: { type: 'limitReached' } }, waited: [] });
});
