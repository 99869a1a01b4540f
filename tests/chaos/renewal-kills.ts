/**
 * The worker killed while it renews a token. A refresh token works once, so that a death between the new tokens and their
 * place in the store ends in one clear request to log in; after it, or without one, the run goes on by itself.
 */
import { joined } from './deaths.ts';
import { type Halt, lay, pointsOf } from './halting.ts';
import { onStage, type Stage } from './kill-stage.ts';
import { killed, stalled } from './kills.ts';
import type { Part } from './report.ts';

/** Longer than any token lives. */
const A_WHILE_MS = 61 * 60_000;

/** The sandbox's clock is moved on, the browser's tokens back. */
async function letTokensRunOut({ popup, sandbox }: Stage): Promise<void> {
  sandbox.clock.advance(A_WHILE_MS);
  await popup.evaluate(async (by) => {
    const { local } = chrome.storage;
    const stored = await local.get(['tokens/teamleader', 'tokens/exact']);
    for (const tokens of Object.values(stored)) {
      tokens.obtainedAt -= by;
      tokens.expiresAt -= by;
    }
    await local.set(stored);
  }, A_WHILE_MS);
}

declare const chrome: {
  storage: {
    local: {
      get(keys: string[]): Promise<Record<string, { obtainedAt: number; expiresAt: number }>>;
      set(items: object): Promise<void>;
    };
  };
};

const isRenewal = true;

async function pointsOfARenewal(stage: Stage): Promise<readonly string[]> {
  await stage.startAnew();
  const worker = await stage.worker();
  // Laid first: an open page that asks for something renews them as soon as they have run out.
  await lay(worker, { at: null, when: 'after', isRenewal });
  await letTokensRunOut(stage);
  await stage.click();
  await stage.rest();
  return pointsOf(worker);
}

async function survive(stage: Stage, halt: Halt): Promise<Part> {
  await stage.startAnew();
  const from = stage.sandbox.log.calls.length;
  // They run out when the point is laid: whoever renews them then, also an open page that asks for something, comes there.
  const begin = () => letTokensRunOut(stage).then(() => stage.click());
  const name = await killed(stage, halt, () => void begin().catch(() => null));
  const title = `killed ${halt.when} ${halt.at} of a renewal (${name})`;
  if (name === null) return { figures: {}, failures: [`${title}: it did not come there`] };
  await stage.logInWhereAsked();
  const figures = await stage.figures(await stage.settle());
  const renewals = stage.sandbox.log.calls
    .slice(from)
    .filter((call) => call.service === 'exact' && call.name === 'token');
  const isRight = Object.values(figures).every((figure) => figure === 0);
  return {
    figures: { ...figures, crashPoints: 1 },
    failures: [
      ...stage.newDefects().map((defect) => `${title}: ${defect}`),
      ...(isRight ? [] : [`${title}: ${JSON.stringify(figures)}`]),
      // The renewal, the one that went on with it, and the log-in after that where new tokens were lost.
      ...(renewals.length > 3 ? [`${title}: tokens were asked for ${renewals.length} times`] : []),
      ...renewals.flatMap(({ status }, at) => (status >= 400 && at !== 1 ? [`${title}: ${status} to a renewal`] : [])),
    ],
  };
}

export const killsInARenewal = (): Promise<Part> =>
  onStage(async (stage) => {
    const points = await pointsOfARenewal(stage);
    const parts: Part[] = points.length < 4 ? [{ figures: {}, failures: [`a renewal has only ${points}`] }] : [];
    for (const at of points.keys()) {
      for (const when of ['before', 'after'] as const) {
        if (when === 'before' && !/^[A-Z]/.test(points[at] ?? '')) continue;
        const halt = { at, when, isRenewal };
        const part = survive(stage, halt).catch((error) => stalled(stage, { first: halt, second: null }, error));
        parts.push(await part);
      }
    }
    return joined(parts);
  });
