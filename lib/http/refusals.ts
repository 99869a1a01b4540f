import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { HeldBack } from './failure.ts';

/** Times of refusals by path, in epoch milliseconds. */
export const refusalsSchema = z.record(z.string(), z.array(z.number()));
export type Refusals = z.infer<typeof refusalsSchema>;

/** Keeps below a service's ration of refusals, which are counted per endpoint and hour. */
export interface RefusalGuard {
  /**
   * Held back while the endpoint has had its fill, until the oldest refusal is an hour old.
   * @param beyond so many more are let happen
   */
  check(url: string, beyond?: number): Promise<Result<null, HeldBack>>;
  /** Counts a refusal. */
  note(url: string): Promise<void>;
}

export interface RefusalGuardOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly load: () => Promise<Refusals>;
  readonly save: (refusals: Refusals) => Promise<void>;
  /** So many in an hour are let happen. */
  readonly limit?: number;
}

/**
 * Tests of keys and log-ins with them are counted together, and apart from the renewals, which are asked at the same
 * place: however often keys are tried, none of these is held back by that.
 */
export const TRIES_OF_KEYS = 'https://boekbrug/key-test';

const HOUR_MS = 60 * 60_000;
/** The service's own limit is ten; a colleague's browser may use the same key. */
const LIMIT = 4;

export function createRefusalGuard({ now, load, save, limit = LIMIT }: RefusalGuardOptions): RefusalGuard {
  let loading: Promise<Map<string, number[]>> | null = null;
  const refusals = () => {
    loading ??= load().then((stored) => new Map(Object.entries(stored)));
    return loading;
  };
  const recent = (times: readonly number[] = []): number[] =>
    times.filter((time) => time > now() - HOUR_MS && time <= now());

  return {
    async check(url, beyond = 0) {
      const times = recent((await refusals()).get(endpointOf(url)));
      const oldest = times[times.length - limit - beyond];
      return oldest === undefined ? ok(null) : err({ kind: 'heldBack', errors: times.length, until: oldest + HOUR_MS });
    },
    async note(url) {
      const known = await refusals();
      const endpoint = endpointOf(url);
      known.set(endpoint, [...recent(known.get(endpoint)), now()]);
      await save(Object.fromEntries(known));
    },
  };
}

/** The path, which names the division too, without the key of a single entity. */
const endpointOf = (url: string): string => new URL(url).pathname.replace(/\(.*\)$/, '');
