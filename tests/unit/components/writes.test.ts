import { describe, expect, it } from 'vitest';
import { findWrites } from '../../../entrypoints/options/find-writes.ts';
import { writesCsv } from '../../../entrypoints/options/writes-csv.ts';
import { textsFor } from '../../../lib/i18n/tables.ts';
import type { WriteView } from '../../../lib/messages.ts';

const WRITE: WriteView = {
  id: 1,
  connectionId: 'c',
  written: 'salesEntry',
  subject: '6f8e2be3',
  name: '2026 / 12',
  madeFor: null,
  at: Date.UTC(2026, 2, 1, 12, 30, 5),
  outcome: { state: 'done' },
  exactId: 'e-1',
};
const ACCOUNT: WriteView = {
  ...WRITE,
  id: 2,
  written: 'account',
  subject: 'company/7',
  name: '=Janssens; BV',
  madeFor: '2026 / 12',
  outcome: { state: 'refused', text: 'Code exists' },
  exactId: null,
};
const LOST: WriteView = { ...WRITE, id: 3, name: '2026 / 13', outcome: { state: 'lost' }, exactId: null };

describe('what was written', () => {
  it('is found by number, name and the ids on both sides, whatever the blanks', () => {
    const all = [LOST, ACCOUNT, WRITE];
    const found = (search: string) => findWrites(all, search, null).map(({ id }) => id);
    expect(found('')).toEqual([3, 2, 1]);
    expect(found('2026/12')).toEqual([2, 1]);
    expect(found('janssens')).toEqual([2]);
    expect(found('E-1')).toEqual([1]);
    expect(found('company/7')).toEqual([2]);
  });

  it('is told apart by how it ended', () => {
    const all = [LOST, ACCOUNT, WRITE];
    expect(findWrites(all, '', 'done')).toEqual([WRITE]);
    expect(findWrites(all, '', 'refused')).toEqual([ACCOUNT]);
    expect(findWrites(all, '', 'unknown')).toEqual([LOST]);
  });

  it('leaves as a file: when, what, why, how it ended, the ids; no text is a formula', () => {
    const [head, ...rows] = writesCsv([WRITE, ACCOUNT], textsFor('en')).trimEnd().split('\r\n');
    expect(head).toBe('\uFEFFWhen (UTC);What and why;Why;Result;Id in Teamleader;Id in Exact');
    expect(rows).toEqual([
      '2026-03-01 12:30:05;Sales entry for 2026 / 12;It is dated from the start date on, and did not stand in Exact.;Done;6f8e2be3;e-1',
      '2026-03-01 12:30:05;"New account for =Janssens; BV";The customer of 2026 / 12, whom Exact did not know.;Refused: Code exists;company/7;',
    ]);
  });
});
