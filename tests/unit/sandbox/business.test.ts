import { describe, expect, it, test } from 'vitest';
import { checkVatNumber } from '../../../lib/accounting/vat-number.ts';
import type { Business, BusinessDocument } from '../../sandbox/business/business.ts';
import { createBusiness } from '../../sandbox/business/create-business.ts';

const told = (seed: number, country: 'BE' | 'NL', documents: number) => createBusiness({ seed, country, documents });

const own = (business: Business) =>
  business.documents.filter((document) => document.companyEntityId === business.companyEntity.id);

test('the same seed tells the same story, another seed another one', () => {
  expect(told(7, 'BE', 80)).toEqual(told(7, 'BE', 80));
  expect(told(7, 'BE', 80)).not.toEqual(told(8, 'BE', 80));
});

test.each([0, 1, 8, 49])('a business may be as small as %i documents', (documents) => {
  const business = told(1, 'BE', documents);
  expect(business.documents).toHaveLength(documents);
  expect(business.documents.filter(({ expected }) => typeof expected === 'object')).toEqual([]);
});

test('the story ends on the day that is given, and wants some months of its year', () => {
  const business = createBusiness({ seed: 1, country: 'BE', documents: 200, today: '2025-06-30' });
  const dates = business.documents.flatMap(({ date }) => date ?? []);
  expect(business).toMatchObject({ today: '2025-06-30', startDate: '2025-01-01', openFrom: '2025-02-01' });
  expect([dates[0]?.slice(0, 7), dates.at(-1)?.slice(0, 7)]).toEqual(['2024-12', '2025-06']);
  expect(business.bookedByHand[0]?.entryNumber).toBe(25_700_001);
  expect(() => createBusiness({ seed: 1, country: 'BE', documents: 1, today: '2026-03-31' })).toThrow(RangeError);
});

describe.each([
  ['BE', 50],
  ['BE', 200],
  ['BE', 1000],
  ['NL', 50],
  ['NL', 200],
  ['NL', 1000],
] as const)('%s, %i documents', (country, documents) => {
  const businesses = [1, 2, 3].map((seed) => told(seed, country, documents));
  const each = (check: (business: Business) => void) => {
    for (const business of businesses) check(business);
  };
  /** In each business, the number of own documents that fit lies between two shares of all. */
  const share = (least: number, most: number, fits: (document: BusinessDocument, business: Business) => boolean) =>
    each((business) => {
      const found = own(business).filter((document) => fits(document, business)).length;
      expect(found).toBeGreaterThanOrEqual(Math.floor(least * documents));
      expect(found).toBeLessThanOrEqual(Math.ceil(most * documents));
    });

  it('counts all that was told', () => each((business) => expect(business.documents).toHaveLength(documents)));

  it('numbers documents one after the other, per company entity, kind and year, in order of date', () =>
    each((business) => {
      const last = new Map<string, { sequence: number; date: string }>();
      for (const { number, date, companyEntityId, kind } of business.documents) {
        if (number === null || date === null) continue;
        const [, year, sequence] = (kind === 'invoice' ? /^(\d{4}) \/ (\d+)$/ : /^(\d{4})\/(\d+)$/).exec(number) ?? [];
        expect(year).toBe(date.slice(0, 4));
        const series = `${companyEntityId} ${kind} ${year}`;
        const before = last.get(series) ?? { sequence: 0, date: '' };
        expect(Number(sequence)).toBe(before.sequence + 1);
        expect(date >= before.date).toBe(true);
        last.set(series, { sequence: Number(sequence), date });
      }
    }));

  it('gives a number, a date and a due date to all but drafts', () =>
    each((business) => {
      for (const { status, number, date, dueOn, kind } of business.documents) {
        const isDraft = status === 'draft';
        expect([number === null, date === null]).toEqual([isDraft, isDraft]);
        expect(dueOn === null).toBe(isDraft || kind === 'creditNote');
        if (dueOn !== null && date !== null) expect(dueOn >= date).toBe(true);
      }
    }));

  it('has customers with good and unique VAT numbers, but for the one who is there to be blocked', () =>
    each(({ customers, companyEntity, documents: all }) => {
      const numbers = customers.flatMap(({ vatNumber }) => vatNumber ?? []);
      expect(new Set([companyEntity.vatNumber, ...numbers]).size).toBe(numbers.length + 1);
      const invalid = customers.filter(
        ({ vatNumber, address }) => vatNumber !== null && !checkVatNumber(vatNumber, address.country).ok,
      );
      expect(invalid).toHaveLength(1);
      const theirs = all.filter(({ customerId }) => customerId === invalid[0]?.id);
      expect(theirs.map(({ expected }) => expected)).toEqual([{ blocked: 'vatNumberInvalid' }]);
    }));

  it('has customers of all kinds, half of them known in Exact, with good bank accounts', () =>
    each(({ customers }) => {
      expect(customers.length).toBeGreaterThanOrEqual(Math.max(8, documents / 6));
      const abroad = customers
        .filter(({ address }) => address.country !== country)
        .map(({ address }) => address.country);
      expect(abroad).toEqual(expect.arrayContaining(['FR', 'DE', 'LU', 'US', 'GB', 'JP']));
      expect(customers.some(({ type }) => type === 'contact')).toBe(true);
      const known = customers.filter(({ inExact }) => inExact === 'yes').length / customers.length;
      expect(known).toBeGreaterThan(0.4);
      expect(known).toBeLessThan(0.6);
      for (const { iban } of customers)
        if (iban !== null) expect(remainder97(`${iban.slice(4)}${iban.slice(0, 4)}`)).toBe(1n);
    }));

  it('states totals that follow from the lines', () =>
    each((business) => {
      const rates = new Map(business.taxRates.map(({ id, rate }) => [id, rate]));
      for (const document of business.documents) {
        const { net, vat, gross, taxes, netBeforeDiscount } = document.totals;
        expect(cents(net) + cents(vat)).toBe(cents(gross));
        expect(sum(taxes.map(({ base }) => base))).toBe(cents(net));
        expect(sum(taxes.map((tax) => tax.vat))).toBe(cents(vat));
        expect(sum(document.lines.map((line) => line.net))).toBe(cents(netBeforeDiscount));
        expect(new Set(taxes.map(({ rate }) => rate))).toEqual(
          new Set(document.lines.map((line) => rates.get(line.taxRateId))),
        );
        expect(cents(gross)).toBeGreaterThanOrEqual(0n);
      }
    }));

  it('keeps to whole units where a currency has no decimals', () =>
    each((business) => {
      const yen = business.documents.filter(({ currency }) => currency === 'JPY');
      expect(yen.length).toBeGreaterThan(0);
      for (const { totals, lines } of yen) {
        expect([totals.net, totals.vat, totals.gross].join()).not.toContain('.');
        expect(lines.map(({ net, unitPrice }) => [net, unitPrice]).join()).not.toContain('.');
      }
    }));

  it('has the shares of each kind', () => {
    share(0.03, 0.05, ({ status }) => status === 'draft');
    share(0.05, 0.07, ({ date }, { startDate }) => date !== null && date < startDate);
    share(0.06, 0.1, ({ kind }) => kind === 'creditNote');
    share(0.06, 0.12, ({ currency }) => currency !== 'EUR');
    share(0.03, 0.3, ({ discounts }) => discounts.length === 1);
    share(0.02, 0.06, ({ discounts }) => discounts.length === 2);
    share(0.3, 0.9, ({ totals }) => totals.taxes.length > 1);
    share(0.02, 0.04, ({ expected }) => expected === 'adopted');
    each((business) => {
      const elsewhere = documents - own(business).length;
      expect(elsewhere).toBe(Math.round(documents * 0.05 + 1e-9));
    });
  });

  it.each<[string, (document: BusinessDocument, business: Business) => boolean]>([
    ['an invoice in USD', ({ currency }) => currency === 'USD'],
    ['an invoice in GBP', ({ currency }) => currency === 'GBP'],
    ['a line discount of a third', ({ lines }) => lines.some(({ discount }) => discount === '33.33')],
    ['a deduction', ({ lines }) => lines.some(({ net }) => net.startsWith('-'))],
    ['a remark', ({ lines }) => lines.some(({ quantity }) => quantity === '0')],
    ['a gift', ({ lines }) => lines.some(({ quantity, unitPrice }) => quantity === '1' && unitPrice === '0')],
    ['a price of three decimals', ({ lines }) => lines.some(({ unitPrice }) => /\.\d{3}$/.test(unitPrice))],
    ['a line without a product category', ({ lines }) => lines.some((line) => line.productCategoryId === null)],
    ['a payment term that is not the usual one', ({ paymentTerm }) => paymentTerm.type !== 'after_invoice_date'],
    ['a purchase order', ({ purchaseOrderNumber }) => purchaseOrderNumber !== null],
    ['no payment reference', ({ paymentReference }) => paymentReference === null],
    ['a credit note of no invoice', ({ kind, creditsInvoiceId }) => kind === 'creditNote' && creditsInvoiceId === null],
    [
      'a credit note of a whole invoice',
      (document, business) => {
        const invoice = creditedBy(document, business);
        return invoice !== undefined && invoice.totals.gross === document.totals.gross;
      },
    ],
    [
      'a credit note of a part of an invoice',
      (document, business) => {
        const invoice = creditedBy(document, business);
        return invoice !== undefined && invoice.lines.length > document.lines.length;
      },
    ],
    ...(
      ['reverseCharge', 'intraCommunityGoods', 'intraCommunityServices', 'export', 'exempt', 'domestic'] as const
    ).map((kind): [string, (document: BusinessDocument, business: Business) => boolean] => [
      `a sale under ${kind}`,
      ({ lines }, { taxRates }) =>
        lines.some(({ taxRateId }) => taxRates.some((rate) => rate.id === taxRateId && rate.kind === kind)),
    ]),
  ])('tells of %s', (_, fits) =>
    each((business) => expect(own(business).some((document) => fits(document, business))).toBe(true)),
  );

  it('credits an earlier invoice of the same customer, and no line of it twice', () =>
    each((business) => {
      const credits = business.documents.filter(({ creditsInvoiceId }) => creditsInvoiceId !== null);
      const again = credits.length - new Set(credits.map(({ creditsInvoiceId }) => creditsInvoiceId)).size;
      expect(again).toBe(documents < 200 ? 0 : 1);
      for (const [invoiceId, ofInvoice] of Map.groupBy(credits, ({ creditsInvoiceId }) => creditsInvoiceId)) {
        const credited = ofInvoice.flatMap(({ lines }) => lines);
        const lines = business.documents.find(({ id }) => id === invoiceId)?.lines ?? [];
        expect(lines.slice(0, credited.length)).toEqual(credited);
      }
      for (const credit of credits) {
        const { currency, customerId, exchangeRate } = credit;
        expect(creditedBy(credit, business)).toMatchObject({ kind: 'invoice', currency, customerId, exchangeRate });
        expect((creditedBy(credit, business)?.date ?? '') <= (credit.date ?? '')).toBe(true);
      }
    }));

  it('gives payment references with good check digits, in Belgium', () =>
    each((business) => {
      const references = business.documents.flatMap(({ paymentReference }) => paymentReference ?? []);
      expect(references.length > 0).toBe(country === 'BE');
      for (const reference of references) {
        expect(reference).toMatch(/^\+{3}\d{3}\/\d{4}\/\d{5}\+{3}$/);
        const digits = reference.replace(/\D/g, '');
        expect((BigInt(digits.slice(0, 10)) % 97n || 97n).toString().padStart(2, '0')).toBe(digits.slice(10));
      }
    }));

  it('has documents that must be held back: each cause, once or twice', () =>
    each((business) => {
      const causes = business.documents.flatMap(({ expected }) =>
        typeof expected === 'object' ? expected.blocked : [],
      );
      expect(causes.toSorted()).toEqual([
        ...(documents < 200 ? [] : ['currencyNotActive', 'customerAmbiguous']),
        'customerBlocked',
        'entryNumberTaken',
        ...(documents < 200 ? [] : ['exchangeRateUnclear']),
        'glAccountBlocked',
        ...(documents < 200 ? [] : ['glAccountMissing', 'glAccountUnfit']),
        'periodClosed',
        'periodClosed',
        ...(documents < 200 ? [] : ['taxRateNotLinked']),
        'vatNumberInvalid',
        ...(documents < 200 ? [] : ['vatNumberNeeded']),
      ]);
    }));

  it('means by each cause what it says', () =>
    each((business) => {
      const { customers, glAccounts, productCategories, bookedByHand, startDate, openFrom } = business;
      const isBlockedCategory = (id: string | null) => {
        const code = productCategories.find((category) => category.id === id)?.glAccountCode;
        return glAccounts.some((account) => account.isBlocked && account.code === code);
      };
      for (const document of own(business)) {
        const { expected, date, number, kind, lines, customerId } = document;
        if (date === null || number === null || date < startDate) {
          expect(expected).toBe('notInScope');
          continue;
        }
        const isCause = (cause: string) => typeof expected === 'object' && expected.blocked === cause;
        expect(date < openFrom).toBe(isCause('periodClosed'));
        expect(customers.find(({ id }) => id === customerId)?.inExact === 'blocked').toBe(isCause('customerBlocked'));
        expect(lines.some((line) => isBlockedCategory(line.productCategoryId))).toBe(isCause('glAccountBlocked'));
        const derived = (Number(number.slice(0, 4)) % 100) * 1_000_000 + Number(number.split('/')[1]);
        const inTheWay = bookedByHand.some(
          (entry) =>
            entry.documentId === null &&
            entry.entryNumber === derived &&
            entry.journal === (kind === 'invoice' ? '70' : '71'),
        );
        expect(inTheWay).toBe(isCause('entryNumberTaken'));
      }
    }));

  it('has entries booked by hand that stand for the adopted documents, in several ways of writing', () =>
    each((business) => {
      const { bookedByHand, customers } = business;
      const standIns = bookedByHand.filter(({ documentId }) => documentId !== null);
      const adopted = business.documents.filter(({ expected }) => expected === 'adopted');
      expect(standIns.map(({ documentId }) => documentId).toSorted()).toEqual(adopted.map(({ id }) => id).toSorted());
      for (const entry of standIns) {
        const document = adopted.find(({ id }) => id === entry.documentId);
        expect(document).toMatchObject({ customerId: entry.customerId, date: entry.date, currency: entry.currency });
        expect(customers.find(({ id }) => id === entry.customerId)?.inExact).toBe('yes');
        expect(entry.yourRef?.replaceAll(' ', '')).toContain(document?.number?.replaceAll(' ', ''));
        expect(sum(entry.lines.map(({ net }) => net))).toBe(cents(document?.totals.net ?? ''));
        expect(sum(entry.lines.map(({ vat }) => vat))).toBe(cents(document?.totals.vat ?? ''));
      }
      expect(new Set(bookedByHand.map(({ journal, entryNumber }) => `${journal} ${entryNumber}`)).size).toBe(
        bookedByHand.length,
      );
    }));
});

/** Independent of the business's own decimals: whole hundredths. */
function cents(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(2, '0')}`);
}

const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + cents(amount), 0n);

function remainder97(signs: string): bigint {
  return BigInt([...signs].map((sign) => Number.parseInt(sign, 36)).join('')) % 97n;
}

const creditedBy = ({ creditsInvoiceId }: BusinessDocument, { documents }: Business) =>
  documents.find(({ id }) => id === creditsInvoiceId);
