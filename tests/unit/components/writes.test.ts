import { describe, expect, it } from 'vitest';
import { findWrites } from '../../../entrypoints/options/find-writes.ts';
import { whatOf, whyOf } from '../../../entrypoints/options/write-words.ts';
import { writesCsv } from '../../../entrypoints/options/writes-csv.ts';
import { LANGUAGES } from '../../../lib/i18n/language.ts';
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
const CHANGE: WriteView = {
  ...ACCOUNT,
  id: 4,
  written: 'accountChange',
  name: 'Peeters',
  outcome: { state: 'done' },
  exactId: 'a-1',
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
    expect(findWrites([CHANGE, ACCOUNT], 'company/7', 'done')).toEqual([CHANGE]);
  });

  it('is told apart by how it ended', () => {
    const all = [LOST, ACCOUNT, WRITE];
    expect(findWrites(all, '', 'done')).toEqual([WRITE]);
    expect(findWrites(all, '', 'refused')).toEqual([ACCOUNT]);
    expect(findWrites(all, '', 'unknown')).toEqual([LOST]);
  });

  it('leaves as a file: when, what, why, how it ended, the ids; no text is a formula', () => {
    const [head, ...rows] = writesCsv([WRITE, ACCOUNT, CHANGE], textsFor('en')).trimEnd().split('\r\n');
    expect(head).toBe('\uFEFFWhen (UTC);What and why;Why;Result;Id in Teamleader;Id in Exact');
    expect(rows).toEqual([
      '2026-03-01 12:30:05;Sales entry for 2026 / 12;It is dated from the start date on, and did not stand in Exact.;Done;6f8e2be3;e-1',
      '2026-03-01 12:30:05;"New account for =Janssens; BV";The customer of 2026 / 12, whom Exact did not know.;Refused: Code exists;company/7;',
      '2026-03-01 12:30:05;Details of the account of Peeters;The customer of 2026 / 12: Exact lacked a detail, or Teamleader’s is newer.;Done;company/7;a-1',
    ]);
  });
});

describe.each(Object.keys(LANGUAGES))('a changed account, in %s', (language) => {
  const texts = textsFor(language);

  it('says whose it is, for which document it was changed, and no more', () => {
    expect(whatOf(CHANGE, texts)).toContain('Peeters');
    expect(whyOf(CHANGE, texts)).toContain('2026 / 12');
    expect(whatOf(CHANGE, texts)).not.toBe(whatOf({ ...CHANGE, written: 'account' }, texts));
    for (const words of [whatOf(CHANGE, texts), whyOf(CHANGE, texts)]) expect(words).not.toMatch(/[{}]/);
  });
});
