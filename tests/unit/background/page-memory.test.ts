import { describe, expect, it } from 'vitest';
import { NO_PAGES, noteReading, type PageMemory, withTaught } from '../../../entrypoints/background/page-memory.ts';
import type { Reading, Taught } from '../../../lib/messages.ts';
import type { Item } from '../../../lib/store/settings.ts';

const NOW = 1_000_000_000;
const TAUGHT: Taught = { kind: 'invoice', rows: ['main', 'section'], cell: [1], form: '9/9' };
const reading = (strategy: Reading['strategy'], kind: Reading['kind'] = 'invoice'): Reading => ({
  page: 'list',
  kind,
  strategy,
  rows: 3,
});

function memoryOf(value: PageMemory) {
  let writes = 0;
  const item: Item<PageMemory> = {
    read: async () => value,
    change: async (edit) => {
      writes += 1;
      value = edit(value);
      return value;
    },
    forget: async () => undefined,
  };
  return { item, read: () => value, writes: () => writes };
}

describe('what is kept of a page', () => {
  it('is how it was read, once for as long as that does not change', async () => {
    const memory = memoryOf(NO_PAGES);
    for (const strategy of ['links', 'links', 'gridNumbers', 'gridNumbers'] as const)
      await noteReading(memory.item, reading(strategy), NOW);
    expect(memory.writes()).toBe(2);
    expect(memory.read().readings).toEqual([{ ...reading('gridNumbers'), at: NOW }]);
  });

  it.each([
    ['is kept while nothing else reads the list', 'taught', TAUGHT],
    ['is kept while the list is empty', 'empty', TAUGHT],
    ['is kept where nothing holds', null, TAUGHT],
    ['is forgotten once a strategy of our own holds', 'links', null],
  ] as const)('and what the user has shown %s', async (_, strategy, expected) => {
    const memory = memoryOf(withTaught(NO_PAGES, 'invoice', TAUGHT));
    expect(await noteReading(memory.item, reading(strategy), NOW)).toEqual(expected);
  });

  it('and what was shown of one kind says nothing of the other', async () => {
    const memory = memoryOf(withTaught(NO_PAGES, 'invoice', TAUGHT));
    expect(await noteReading(memory.item, reading('links', 'creditNote'), NOW)).toBeNull();
    expect(memory.read().taught).toEqual([TAUGHT]);
  });
});
