import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookedEntry, DocumentHeader, DocumentKind } from '../../../lib/accounting/facts.ts';
import { postedIn, totalsOf } from '../../../lib/accounting/period-totals.ts';
import { type Comparison, isWithin, reconcile, type Verdict } from '../../../lib/accounting/reconcile.ts';
import { big, CONNECTION, plainInvoice, REFERENCE, tax } from './builders.ts';

const PERIOD = { from: '2026-03-01', to: '2026-03-31' };
const RATES = new Map(REFERENCE.vatCodes.map(({ code, rate }) => [code, rate]));

const ON_ACCOUNT = { glAccountId: 'gl', account: null, description: null };

const idOf = (index: number): string => `d1a2b3c4-1111-4111-8111-${String(index).padStart(12, '0')}`;

const document = (index: number, change: Partial<DocumentHeader> = {}): DocumentHeader => {
  const { kind, id, companyEntityId, number, date, customer, currency, net, gross, due, taxes, webUrl, updatedAt } =
    plainInvoice({ id: idOf(index), number: `2026 / ${index}` });
  return {
    kind,
    id,
    companyEntityId,
    number,
    date,
    customer,
    currency,
    net,
    gross,
    due,
    taxes,
    webUrl,
    updatedAt,
    ...change,
  };
};

const entry = (id: string, of: DocumentHeader | null, change: Partial<BookedEntry> = {}): BookedEntry => {
  const sign = of?.kind === 'creditNote' ? -1 : 1;
  return {
    id,
    entryNumber: Number(id.replace(/\D/g, '')) + 26_900_000,
    journal: of?.kind === 'creditNote' ? '71' : '70',
    accountId: 'account',
    date: of?.date ?? '2026-03-14',
    yourRef: of?.number ?? null,
    description: null,
    currency: of?.currency ?? 'EUR',
    gross: (of?.gross ?? big('121')).times(sign),
    vat: (of === null ? big('21') : of.gross.minus(of.net)).times(sign),
    grossInDivisionCurrency: big('121').times(sign),
    rate: null,
    paymentCondition: null,
    link: of === null ? null : `https://focus.teamleader.eu/invoice_detail.php?id=${of.id}`,
    lines: (of?.taxes ?? [tax('0.21', '100', '21')]).map(({ rate, base, vat }) => ({
      ...ON_ACCOUNT,
      vatCode: rate.eq('0.06') ? '2' : '4',
      net: base.times(sign),
      vat: vat.times(sign),
    })),
    ...change,
  };
};

const compare = (documents: readonly DocumentHeader[], entries: readonly BookedEntry[]): readonly Comparison[] =>
  reconcile(PERIOD, { documents, entries, rates: RATES, connection: CONNECTION });
const verdicts = (documents: readonly DocumentHeader[], entries: readonly BookedEntry[]): readonly Verdict[] =>
  compare(documents, entries).map(({ verdict }) => verdict);
const totals = (comparisons: readonly Comparison[]) =>
  totalsOf(comparisons.flatMap((one) => postedIn(one, PERIOD, RATES, '71')));

describe('what was invoiced and what was booked', () => {
  const one = document(1);

  it('is equal where the entry says the same, by its link or by its number', () => {
    expect(verdicts([one], [entry('e1', one)])).toEqual(['equal']);
    expect(verdicts([one], [entry('e1', one, { link: null })])).toEqual(['equal']);
  });

  it('is missing, or stands there without a document', () => {
    expect(verdicts([one], [])).toEqual(['missing']);
    expect(verdicts([], [entry('e1', null)])).toEqual(['withoutDocument']);
    expect(verdicts([], [entry('e1', null, { journal: '72' })])).toEqual([]);
  });

  it.each<[string, Partial<BookedEntry>]>([
    ['amount', { gross: big('120') }],
    ['VAT', { vat: big('20'), gross: big('121') }],
    ['currency', { currency: 'USD' }],
    ['rate', { lines: [{ ...ON_ACCOUNT, vatCode: '2', net: big('100'), vat: big('21') }] }],
    ['sign', { gross: big('-121'), vat: big('-21') }],
  ])('differs in its %s', (_, change) => {
    expect(verdicts([one], [entry('e1', one, change)])).toEqual(['differs']);
  });

  it('is not said to differ by rates that Exact gave no lines of', () => {
    expect(verdicts([one], [entry('e1', one, { lines: null })])).toEqual(['equal']);
  });

  it('falls into two periods, on either side', () => {
    expect(verdicts([one], [entry('e1', one, { date: '2026-04-01' })])).toEqual(['otherPeriod']);
    const earlier = document(1, { date: '2026-02-28' });
    expect(verdicts([earlier], [entry('e1', earlier, { date: '2026-03-01' })])).toEqual(['otherPeriod']);
    expect(verdicts([earlier], [entry('e1', earlier)])).toEqual([]);
  });

  it('is booked twice, by us and by another', () => {
    expect(verdicts([one], [entry('e1', one), entry('e2', one, { link: null, journal: '72' })])).toEqual(['twice']);
  });

  it('has a credit note beside an invoice of the same number', () => {
    const note = document(2, { kind: 'creditNote', number: one.number });
    expect(verdicts([one, note], [entry('e1', one), entry('e2', note)])).toEqual(['equal', 'equal']);
    const [total] = totals(compare([one, note], [entry('e1', one), entry('e2', note)]));
    expect(total?.all.invoiced.net.toFixed()).toBe('0');
    expect(total?.kinds.creditNote.booked.net.toFixed(2)).toBe('-100.00');
  });

  it('is told rate by rate, and by currency', () => {
    const mixed = document(3, {
      taxes: [tax('0.21', '100', '21'), tax('0.06', '50', '3')],
      net: big('150'),
      gross: big('174'),
    });
    const dollars = document(4, { currency: 'USD' });
    const [euro, dollar] = totals(compare([mixed, dollars], [entry('e1', mixed)]));
    expect(
      euro?.rates.map(({ rate, booked }) => [rate?.toFixed(), booked.net.toFixed(), booked.vat.toFixed()]),
    ).toEqual([
      ['0.21', '100', '21'],
      ['0.06', '50', '3'],
    ]);
    expect([dollar?.currency, dollar?.all.invoiced.count, dollar?.all.booked.count]).toEqual(['USD', 1, 0]);
  });
});

interface Made {
  readonly document: DocumentHeader;
  readonly entries: readonly BookedEntry[];
}

const DATES = ['2026-02-10', '2026-03-01', '2026-03-31', '2026-04-02'] as const;

/** A document, and what somebody made of it in the books. */
const made = (index: number): fc.Arbitrary<Made> =>
  fc
    .record({
      kind: fc.constantFrom<DocumentKind>('invoice', 'creditNote'),
      date: fc.constantFrom(...DATES),
      currency: fc.constantFrom('EUR', 'USD'),
      // Few numbers and amounts, so that documents come to be alike.
      number: fc.constantFrom('2026 / 1', '2026 / 2'),
      net: fc.integer({ min: 1, max: 3 }),
      booked: fc.array(
        fc.record({
          isOurs: fc.boolean(),
          journal: fc.constantFrom('own', '72'),
          date: fc.constantFrom(...DATES),
          more: fc.integer({ min: 0, max: 1 }),
          hasLines: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ kind, date, currency, number, net, booked }) => {
      const taxes = [tax('0.21', `${net}00`, `${net * 21}`)];
      const amounts = { taxes, net: big(net * 100), gross: big(net * 121) };
      const own = document(index, { kind, date, currency, number, ...amounts });
      const entries = booked.map((how, at) => {
        const as = entry(`e${index}${at}`, own, { date: how.date });
        return {
          ...as,
          journal: how.journal === 'own' ? as.journal : '72',
          link: how.isOurs ? as.link : null,
          gross: as.gross.plus(how.more),
          lines: how.hasLines ? as.lines : null,
        };
      });
      return { document: own, entries };
    });

const world = fc
  .nat({ max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => made(index + 1))));

describe('whatever stands on both sides', () => {
  it('has each document and each entry of the period in one comparison, and none twice', () => {
    fc.assert(
      fc.property(world, (all) => {
        const documents = all.map((one) => one.document);
        const entries = all.flatMap((one) => one.entries);
        const compared = compare(documents, entries);
        const told = compared.flatMap((one) => (one.document === null ? [] : [one.document.id]));
        const seen = compared.flatMap((one) => one.entries.map(({ id }) => id));
        expect(new Set(told).size).toBe(told.length);
        expect(new Set(seen).size).toBe(seen.length);
        const due = documents.filter(({ date }) => isWithin(date, PERIOD)).map(({ id }) => id);
        expect(told).toEqual(expect.arrayContaining(due));
        const booked = entries.filter(({ date, journal }) => isWithin(date, PERIOD) && journal !== '72');
        expect(seen).toEqual(expect.arrayContaining(booked.map(({ id }) => id)));
      }),
    );
  });

  it('adds up: rates, kinds and single differences come to the totals of each side', () => {
    fc.assert(
      fc.property(world, (all) => {
        const compared = compare(
          all.map((one) => one.document),
          all.flatMap((one) => one.entries),
        );
        for (const { currency, all: total, rates, kinds } of totals(compared)) {
          for (const side of ['invoiced', 'booked'] as const) {
            for (const amount of ['net', 'vat'] as const) {
              const wanted = total[side][amount].toFixed();
              const sum = (parts: readonly (typeof total)[typeof side][]) =>
                parts.reduce((so, part) => so.plus(part[amount]), big(0)).toFixed();
              const byRate = rates.reduce((so, one) => so.plus(one[side][amount]), big(0)).toFixed();
              expect([byRate, sum([kinds.invoice[side], kinds.creditNote[side]])]).toEqual([wanted, wanted]);
              const single = compared.flatMap((one) => totals([one]).filter((of) => of.currency === currency));
              expect(sum(single.map((one) => one.all[side]))).toBe(wanted);
            }
          }
          const invoiced = all
            .map((one) => one.document)
            .filter((one) => one.currency === currency && isWithin(one.date, PERIOD))
            .reduce((so, one) => (one.kind === 'invoice' ? so.plus(one.gross) : so.minus(one.gross)), big(0));
          expect(total.invoiced.net.plus(total.invoiced.vat).toFixed()).toBe(invoiced.toFixed());
        }
      }),
    );
  });
});
