import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InvoicePayments, type PaymentPlan, planPayments } from '../../../lib/accounting/payments.ts';
import {
  type Instalment,
  type PaymentLine,
  type Receivable,
  receivedOf,
  type Settlement,
  settlementsOf,
} from '../../../lib/accounting/settlement.ts';

const big = (amount: number | string): Big => new Big(amount);
const sumOf = (instalments: readonly Instalment[]): Big =>
  instalments.reduce((total, { amount }) => total.plus(amount), big(0));

const row = (amount: number | string, settledOn: string | null, change: Partial<Receivable> = {}): Receivable => ({
  entryId: 'entry',
  accountId: 'account',
  invoiceNumber: 27,
  invoicedOn: '2026-03-01',
  currency: 'EUR',
  amount: big(amount),
  total: big(100),
  discount: big(0),
  isSettled: settledOn !== null,
  settledOn,
  ...change,
});

const money = (amount: number | string, date: string, change: Partial<PaymentLine> = {}): PaymentLine => ({
  entryId: `bank ${date}`,
  accountId: 'account',
  invoiceNumber: 27,
  date,
  amount: big(amount),
  currency: 'EUR',
  isMoney: true,
  ...change,
});
const correction = (amount: number | string, date: string): PaymentLine =>
  money(amount, date, { isMoney: false, entryId: `correction ${date}` });

function settled(rows: readonly Receivable[], lines: readonly PaymentLine[]): Settlement {
  const settlement = settlementsOf(rows, lines).get('entry');
  if (settlement === undefined) throw new Error('no settlement');
  return settlement;
}

const invoice = (
  payments: readonly (readonly [string, number | string])[] = [],
  credited: number | string = 0,
): InvoicePayments => {
  const paid = payments.map(([date, amount]) => ({ date, amount: big(amount) }));
  return { currency: 'EUR', gross: big(100), due: big(100).minus(sumOf(paid)).minus(credited), payments: paid };
};

const told = ({ register, standing }: PaymentPlan) => ({
  register: register.map(({ date, amount }) => `${date} ${amount}`),
  standing: standing.kind === 'trouble' ? `${standing.trouble.type}` : standing.kind,
});

const [MON, TUE, WED] = ['2026-03-09', '2026-03-10', '2026-03-11'] as const;

interface Row {
  readonly rows: readonly Receivable[];
  readonly lines: readonly PaymentLine[];
  readonly invoice?: InvoicePayments;
  readonly before?: number;
  readonly register: readonly string[];
  readonly standing: string;
}

const TABLE: Readonly<Record<string, Row>> = {
  'nothing came': { rows: [row(100, null)], lines: [], register: [], standing: 'open' },
  'split, nothing came': { rows: [row(60, null), row(40, null)], lines: [], register: [], standing: 'open' },
  'all came': { rows: [row(100, MON)], lines: [money(100, MON)], register: [`${MON} 100`], standing: 'paid' },
  'a part came': {
    rows: [row('33.33', MON), row('66.67', null)],
    lines: [money('33.33', MON)],
    register: [`${MON} 33.33`],
    standing: 'partlyPaid',
  },
  'a part came, in one row that is left': {
    rows: [row('66.67', null)],
    lines: [money('33.33', MON)],
    register: [`${MON} 33.33`],
    standing: 'partlyPaid',
  },
  'in three': {
    rows: [row(30, MON), row(30, TUE), row(40, WED)],
    lines: [money(30, MON), money(30, TUE), money(40, WED)],
    register: [`${MON} 30`, `${TUE} 30`, `${WED} 40`],
    standing: 'paid',
  },
  'the last of three is new': {
    rows: [row(30, MON), row(30, TUE), row(40, WED)],
    lines: [money(30, MON), money(30, TUE), money(40, WED)],
    invoice: invoice([
      [MON, 30],
      [TUE, 30],
    ]),
    register: [`${WED} 40`],
    standing: 'paid',
  },
  'registered by hand on another day': {
    rows: [row(30, MON), row(70, null)],
    lines: [money(30, MON)],
    invoice: invoice([[WED, 30]]),
    register: [],
    standing: 'partlyPaid',
  },
  'registered by hand in one': {
    rows: [row(30, MON), row(40, TUE), row(30, null)],
    lines: [money(30, MON), money(40, TUE)],
    invoice: invoice([[WED, 50]]),
    register: [`${TUE} 20`],
    standing: 'partlyPaid',
  },
  'already paid in Teamleader': {
    rows: [row(100, MON)],
    lines: [money(100, MON)],
    invoice: invoice([[WED, 100]]),
    register: [],
    standing: 'paid',
  },
  'paid in Teamleader before Exact': {
    rows: [row(30, MON), row(70, null)],
    lines: [money(30, MON)],
    invoice: invoice([[MON, 100]]),
    register: [],
    standing: 'partlyPaid',
  },
  'too much came': { rows: [row(100, MON)], lines: [money(105, MON)], register: [`${MON} 100`], standing: 'paid' },
  'a credit note is set off, the rest came': {
    rows: [row(20, MON), row(80, TUE)],
    lines: [money(80, TUE)],
    invoice: invoice([], 20),
    register: [`${TUE} 80`],
    standing: 'paid',
  },
  'a credit note is set off, the rest is open': {
    rows: [row(20, MON), row(80, null)],
    lines: [],
    invoice: invoice([], 20),
    register: [],
    standing: 'open',
  },
  'all came, and a credit note was paid out': {
    rows: [row(100, MON)],
    lines: [money(100, MON)],
    invoice: invoice([], 20),
    register: [`${MON} 80`],
    standing: 'paid',
  },
  'credited in whole': {
    rows: [row(100, MON)],
    lines: [],
    invoice: invoice([], 100),
    register: [],
    standing: 'credited',
  },
  'set off against what Teamleader does not know': {
    rows: [row(100, MON)],
    lines: [],
    register: [],
    standing: 'settledOtherwise',
  },
  'a difference is written off': {
    rows: [row('99.50', MON), row('0.50', TUE)],
    lines: [money('99.50', MON), correction('0.50', TUE)],
    register: [`${MON} 99.5`],
    standing: 'writtenOff',
  },
  'a difference is written off within the payment': {
    rows: [row(100, MON)],
    lines: [money(100, MON), money('-0.50', MON)],
    register: [`${MON} 99.5`],
    standing: 'writtenOff',
  },
  'a difference is written off and credited in Teamleader since': {
    rows: [row('99.50', MON), row('0.50', TUE)],
    lines: [money('99.50', MON), correction('0.50', TUE)],
    invoice: invoice([[MON, '99.50']], '0.50'),
    register: [],
    standing: 'paid',
  },
  'the discount is taken': {
    rows: [row(98, MON, { discount: big(2) }), row(2, MON, { discount: big(2) })],
    lines: [money(98, MON), correction(2, MON)],
    register: [`${MON} 98`],
    standing: 'discountTaken',
  },
  'the money went back': {
    rows: [row(100, null)],
    lines: [money(100, MON), money(-100, TUE)],
    invoice: invoice([[MON, 100]]),
    before: 100,
    register: [],
    standing: 'paidBack',
  },
  'the match was undone': {
    rows: [row(100, null)],
    lines: [money(100, MON)],
    invoice: invoice([[MON, 100]]),
    before: 100,
    register: [],
    standing: 'paidBack',
  },
  'one of two instalments went back': {
    rows: [row(30, MON), row(70, null)],
    lines: [money(30, MON), money(70, TUE), money(-70, WED)],
    invoice: invoice([
      [MON, 30],
      [TUE, 70],
    ]),
    before: 100,
    register: [],
    standing: 'paidBack',
  },
  'went back, and was removed in Teamleader': {
    rows: [row(100, null)],
    lines: [],
    before: 100,
    register: [],
    standing: 'open',
  },
  'stands twice in Teamleader': {
    rows: [row(30, MON), row(70, null)],
    lines: [money(30, MON)],
    invoice: invoice([
      [MON, 30],
      [MON, 30],
    ]),
    register: [],
    standing: 'registeredTwice',
  },
  'two payments of one amount on one day': {
    rows: [row(30, MON), row(30, MON), row(40, null)],
    lines: [money(30, MON, { entryId: 'a' }), money(30, MON, { entryId: 'b' })],
    invoice: invoice([[MON, 30]]),
    register: [`${MON} 30`],
    standing: 'partlyPaid',
  },
  'the payment names no invoice': {
    rows: [row(100, MON)],
    lines: [money(100, MON, { invoiceNumber: null })],
    register: [`${MON} 100`],
    standing: 'paid',
  },
  'a payment of another customer names no invoice': {
    rows: [row(100, MON)],
    lines: [money(100, MON, { invoiceNumber: null, accountId: 'other' })],
    register: [],
    standing: 'settledOtherwise',
  },
  'a payment of another customer names the same number': {
    rows: [row(100, MON)],
    lines: [money(100, MON, { accountId: 'other' })],
    register: [],
    standing: 'settledOtherwise',
  },
  'in another currency': {
    rows: [row(40, MON), row(60, null)],
    lines: [money(37, MON, { currency: 'USD' })],
    register: [`${MON} 40`],
    standing: 'partlyPaid',
  },
  'in another currency, and a row does not say how much': {
    rows: [row(60, null)],
    lines: [money(37, MON, { currency: 'USD' })],
    register: [],
    standing: 'paidInOtherCurrency',
  },
  'the entry is of another amount': {
    rows: [row(90, MON, { total: big(90) })],
    lines: [money(90, MON)],
    register: [],
    standing: 'amountsDiffer',
  },
};

it.each(Object.entries(TABLE))('%s', (_, { rows, lines, invoice: known = invoice(), before = 0, ...expected }) => {
  expect(told(planPayments(settled(rows, lines), known, big(before)))).toEqual(expected);
});

it('a payment that names no invoice is taken for one of them only', () => {
  const other = { entryId: 'other', invoiceNumber: 28 };
  const found = settlementsOf([row(100, MON), row(100, MON, other)], [money(100, MON, { invoiceNumber: null })]);
  expect([...found.values()].map((one) => receivedOf(one).toString()).toSorted()).toEqual(['0', '100']);
});

describe('whatever came and whatever is there', () => {
  const cents = (most: number) => fc.integer({ min: 1, max: most }).map((amount) => big(amount).div(100));
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, '0')}`);
  const instalment = fc.record({ date: day, amount: cents(6000) });
  const story = fc.record({
    came: fc.array(instalment, { maxLength: 5 }),
    back: fc.array(instalment, { maxLength: 2 }),
    correction: fc.option(cents(300), { nil: null }),
    credited: fc.option(cents(5000), { nil: null }),
    there: fc.array(instalment, { maxLength: 4 }),
    before: fc.option(cents(10_000), { nil: null }),
    asRows: fc.boolean(),
    currency: fc.constantFrom('EUR', 'USD', 'GBP'),
  });
  type Story = typeof story extends fc.Arbitrary<infer One> ? One : never;

  /** What the books say once the bookkeeper has matched it all. */
  function booksOf(told: Story): { readonly settlement: Settlement; readonly known: InvoicePayments } {
    const { currency } = told;
    const lines = [
      ...told.came.map(({ date, amount }, at) => money(amount.toString(), date, { entryId: `in ${at}`, currency })),
      ...told.back.map(({ date, amount }, at) =>
        money(amount.neg().toString(), date, { entryId: `out ${at}`, currency }),
      ),
      ...(told.correction === null ? [] : [{ ...correction(told.correction.toString(), '2026-03-28'), currency }]),
    ];
    const net = sumOf(told.came)
      .minus(sumOf(told.back))
      .plus(told.correction ?? 0);
    const matched = net.lt(0) ? big(0) : net.gt(100) ? big(100) : net;
    const open = big(100).minus(matched);
    const rows = [
      ...(told.asRows && matched.gt(0) ? [row(matched.toString(), '2026-03-28', { currency })] : []),
      ...(open.gt(0) || !told.asRows
        ? [row(open.eq(0) ? 100 : open.toString(), open.eq(0) ? '2026-03-28' : null, { currency })]
        : []),
    ];
    // Teamleader takes no more than is due.
    const credited = told.credited ?? big(0);
    let left = big(100).minus(credited);
    const payments = told.there.flatMap(({ date, amount }) => {
      const taken = amount.lt(left) ? amount : left;
      left = left.minus(taken);
      return taken.gt(0) ? [{ date, amount: taken }] : [];
    });
    return { settlement: settled(rows, lines), known: { currency, gross: big(100), due: left, payments } };
  }

  const carriedOut = (known: InvoicePayments, { register }: PaymentPlan): InvoicePayments => ({
    ...known,
    due: known.due.minus(sumOf(register)),
    payments: [...known.payments, ...register],
  });

  it('no more is registered than came, nor than is due, and each amount is above nothing and in cents', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { settlement, known } = booksOf(one);
        const { register } = planPayments(settlement, known, one.before ?? big(0));
        const came = sumOf(one.came);
        const total = sumOf(known.payments).plus(sumOf(register));
        expect(register.length === 0 || total.lte(came)).toBe(true);
        expect(sumOf(register).lte(known.due)).toBe(true);
        for (const { date, amount } of register) {
          expect(amount.gt(0) && amount.round(2).eq(amount)).toBe(true);
          expect(one.came.map((payment) => payment.date)).toContain(date);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('planned again after it was carried out, nothing is left to register', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { settlement, known } = booksOf(one);
        const before = one.before ?? big(0);
        const plan = planPayments(settlement, known, before);
        const again = planPayments(settlement, carriedOut(known, plan), before);
        expect(again.register).toEqual([]);
        if (plan.register.length > 0) expect(again.standing.kind).toBe(plan.standing.kind);
      }),
      { numRuns: 1000 },
    );
  });

  it('cut off after any of its payments, it ends the same', () => {
    fc.assert(
      fc.property(story, fc.nat({ max: 4 }), (one, done) => {
        const { settlement, known } = booksOf(one);
        const before = one.before ?? big(0);
        const plan = planPayments(settlement, known, before);
        const half = carriedOut(known, { ...plan, register: plan.register.slice(0, done) });
        const rest = planPayments(settlement, half, before);
        expect(sumOf(carriedOut(half, rest).payments).toString()).toBe(
          sumOf(carriedOut(known, plan).payments).toString(),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('paid means that nothing is due', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { settlement, known } = booksOf(one);
        const plan = planPayments(settlement, known, one.before ?? big(0));
        if (plan.standing.kind !== 'paid') return;
        expect(carriedOut(known, plan).due.toString()).toBe('0');
      }),
      { numRuns: 1000 },
    );
  });
});
