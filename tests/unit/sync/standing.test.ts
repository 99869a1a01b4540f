import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accepted,
  type DocumentFigures,
  driftOf,
  type EntryFigures,
  isGone,
  type Standing,
  withDocument,
  withEntry,
} from '../../../lib/standing.ts';

const amount = fc.constantFrom('100.00', '21.00', '121.00');
const date = fc.constantFrom('2026-01-01', '2026-01-02');
const document: fc.Arbitrary<DocumentFigures> = fc.record({
  number: fc.constantFrom('2026 / 1', '2026 / 2'),
  date,
  customer: fc.constantFrom('company/a', 'company/b'),
  customerName: fc.constantFrom('A', 'B'),
  currency: fc.constantFrom('EUR', 'USD'),
  net: amount,
  vat: amount,
  gross: amount,
  taxes: fc.array(fc.record({ rate: fc.constantFrom('0.21', '0.06'), net: amount, vat: amount }), { maxLength: 1 }),
});
const entry: fc.Arbitrary<EntryFigures> = fc.record({
  entryNumber: fc.constantFrom(1, 2),
  journal: fc.constantFrom('70', '71'),
  date,
  accountId: fc.constantFrom('a', 'b'),
  currency: fc.constantFrom('EUR', 'USD'),
  vat: amount,
  gross: amount,
  taxes: fc.option(
    fc.array(fc.record({ code: fc.constantFrom('4', '2'), net: amount, vat: amount }), { maxLength: 1 }),
  ),
  lines: fc.constant(undefined),
});
const settled = fc.record({ document, entry }).map(
  (one): Standing => ({
    document: { booked: one.document, now: null },
    entry: { booked: one.entry, now: null },
    isFinal: null,
  }),
);
/** What either side says afterwards, one thing after another. */
const said = fc.oneof(
  document.map((figures) => (standing: Standing) => withDocument(standing, figures)),
  entry.map((figures) => (standing: Standing) => withEntry(standing, figures)),
  fc.constant((standing: Standing) => withEntry(standing, 'removed')),
);
const standing = fc
  .tuple(settled, fc.array(said, { maxLength: 4 }))
  .map(([first, steps]) => steps.reduce((before, step) => step(before), first));

describe('what is settled', () => {
  it('does not differ from itself', () => {
    fc.assert(
      fc.property(settled, (one) => {
        expect(driftOf(one)).toBeNull();
      }),
    );
  });

  it('is as it was when both sides say again what they said', () => {
    fc.assert(
      fc.property(settled, fc.array(said, { maxLength: 4 }), (first, steps) => {
        const drifted = steps.reduce((before, step) => step(before), first);
        const { document: one, entry: other } = first;
        if (other.booked === null) throw new Error('It had an entry.');
        const back = withEntry(withDocument(drifted, one.booked), other.booked);
        expect({ ...back, isFinal: null }).toEqual(first);
      }),
    );
  });

  it('does not differ any more once it is accepted, until it changes again', () => {
    fc.assert(
      fc.property(standing, (one) => {
        const kept = accepted(one);
        expect(driftOf(kept)).toBeNull();
        expect(isGone(kept)).toBe(isGone(one));
        const said = one.document.now ?? one.document.booked;
        expect(driftOf(withDocument(kept, said))).toBeNull();
        expect(driftOf(withDocument(kept, { ...said, gross: '999.00' }))?.kind).toBe('changed');
      }),
    );
  });

  it('that is gone and turns up again is watched from then on', () => {
    fc.assert(
      fc.property(settled, entry, entry, (one, back, later) => {
        const gone = accepted(withEntry(one, 'removed'));
        const found = withEntry(gone, back);
        expect(driftOf(found)).toBeNull();
        expect(withEntry(found, later).entry.booked).toEqual(back);
      }),
    );
  });

  it('names exactly the fields that differ', () => {
    fc.assert(
      fc.property(settled, document, (one, now) => {
        const drift = driftOf(withDocument(one, now));
        const { booked } = one.document;
        const wanted = (['number', 'date', 'currency', 'net', 'vat', 'gross', 'customer'] as const).filter(
          (field) => booked[field] !== now[field],
        );
        const told = drift?.kind === 'changed' ? drift.differences.filter(({ of }) => of === null) : [];
        expect(told.map(({ field }) => field).sort()).toEqual([...wanted].sort());
      }),
    );
  });
});
