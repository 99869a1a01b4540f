import { z } from 'zod';
import { type Reading, type Taught, taughtSchema } from '../../lib/messages.ts';
import type { Item } from '../../lib/store/settings.ts';

/** What this browser keeps of Teamleader's pages: how they were read last, and what the user has shown of them. */
export const pageMemorySchema = z.object({
  taught: z.array(taughtSchema),
  readings: z.array(
    z.object({
      page: z.string(),
      kind: z.string(),
      strategy: z.string().nullable(),
      rows: z.number(),
      /** Epoch milliseconds. */
      at: z.number(),
    }),
  ),
});
export type PageMemory = z.infer<typeof pageMemorySchema>;

export const NO_PAGES: PageMemory = { taught: [], readings: [] };

const HOUR_MS = 3_600_000;

/**
 * Keeps how a page was read, where that is news. Once a strategy of our own holds again, what the user has shown is not
 * needed any more.
 * @returns what the user has shown of such a list
 */
export async function noteReading(memory: Item<PageMemory>, reading: Reading, now: number): Promise<Taught | null> {
  const before = await memory.read();
  const after = withReading(before, reading, now);
  if (after !== before) await memory.change((current) => withReading(current, reading, now));
  return after.taught.find(({ kind }) => kind === reading.kind) ?? null;
}

export const withTaught = (
  { taught, readings }: PageMemory,
  kind: Taught['kind'],
  shown: Taught | null,
): PageMemory => ({
  taught: [...taught.filter((one) => one.kind !== kind), ...(shown === null ? [] : [shown])],
  readings,
});

/** The memory itself where there is nothing new. */
export function withReading(memory: PageMemory, reading: Reading, now: number): PageMemory {
  const isSame = ({ page, kind }: PageMemory['readings'][number]) => page === reading.page && kind === reading.kind;
  const last = memory.readings.find(isSame);
  const holds = reading.page === 'list' && !['taught', 'empty', null].includes(reading.strategy);
  const isShown = memory.taught.some(({ kind }) => kind === reading.kind);
  if (last?.strategy === reading.strategy && now - last.at < HOUR_MS && !(holds && isShown)) return memory;
  const readings = [...memory.readings.filter((one) => !isSame(one)), { ...reading, at: now }];
  return { ...(holds ? withTaught(memory, reading.kind, null) : memory), readings };
}
