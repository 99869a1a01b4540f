import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeCause, describeLogin } from '../../../lib/i18n/describe.ts';
import { textsFor } from '../../../lib/i18n/tables.ts';
import { type Cause, causeSchema, type Service } from '../../../lib/outcome.ts';

const LANGUAGES = ['en', 'nl-BE', 'fr-BE', 'de'];
const YEAR_2100 = 4_102_444_800_000;

/** Any value that a field of a cause may hold. */
function arbitraryOf(schema: unknown): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodLiteral) return fc.constant(schema.value);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodDefault) return arbitraryOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(schema.element));
  if (schema instanceof z.ZodNumber) return fc.integer({ min: 0, max: YEAR_2100 });
  // A brace would look like a place that was left open.
  if (schema instanceof z.ZodString) return fc.string().filter((text) => !/[{}]/.test(text));
  if (schema instanceof z.ZodObject) {
    return fc.record(
      Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, arbitraryOf(field)])),
    );
  }
  if (schema instanceof z.ZodDiscriminatedUnion) return fc.oneof(...schema.options.map(arbitraryOf));
  throw new Error('A kind of field that this test does not know');
}

const causeTypes = causeSchema.options.map((option) => ({
  type: option.shape.type.value,
  causes: fc
    .record(Object.fromEntries(Object.entries(option.shape).map(([name, field]) => [name, arbitraryOf(field)])))
    .map((value) => causeSchema.parse(value)),
}));

describe.each(causeTypes)('$type', ({ causes }) => {
  it.each(LANGUAGES)('is told in %s with what happened and what to do', (language) => {
    fc.assert(
      fc.property(causes, (cause) => {
        const { text, fix } = describeCause(cause, textsFor(language), language);
        expect(text.trim()).not.toBe('');
        expect(fix.trim()).not.toBe('');
        expect(`${text} ${fix}`).not.toMatch(/\{\w+\}|undefined|\[object/);
      }),
      { numRuns: 30 },
    );
  });
});

const told = (cause: Cause, language: string): string => {
  const { text, fix } = describeCause(cause, textsFor(language), language);
  return `${text} ${fix}`.replace(/\u00a0/g, ' ');
};

describe('a cause in words', () => {
  it('writes amounts, dates and countries as the language does', () => {
    const totals: Cause = {
      type: 'totalsDiffer',
      figure: 'vat',
      teamleader: '1210.01',
      entry: '1210.00',
      currency: 'EUR',
    };
    expect(told(totals, 'nl-BE')).toContain(
      'Het bedrag (btw) komt niet uit: Teamleader zegt € 1.210,01, de regels geven € 1.210,00.',
    );
    expect(told({ type: 'periodClosed', date: '2026-01-31' }, 'en')).toContain('The period of 31/01/2026 is closed');
    expect(
      describeCause({ type: 'periodClosed', date: '2026-01-03' }, textsFor('fr'), 'fr-BE', '2026-01-31').text,
    ).toBe('La période du 03/01/2026 – 31/01/2026 est clôturée dans Exact.');
    const number: Cause = { type: 'vatNumberInvalid', vatNumber: 'BE1', country: 'BE', format: 'BE0999999999' };
    expect(told(number, 'nl')).toContain('De vorm voor België is BE0999999999.');
  });

  it('tells a difference without the ids that mean nothing to a reader', () => {
    const account: Cause = { type: 'readBackDiffers', what: 'account', sent: 'a-guid', found: 'b-guid' };
    expect(told(account, 'en')).not.toContain('guid');
    const gross: Cause = { type: 'readBackDiffers', what: 'gross', sent: '121', found: '120' };
    expect(told(gross, 'en')).toContain('the gross total is 120 instead of 121');
    expect(told({ ...gross, what: 'toString' }, 'en')).toContain('differs from Teamleader: toString.');
  });
});

describe('a right that lacks', () => {
  const lacking = (service: Service, endpoint: string): string =>
    describeCause({ type: 'rightMissing', service, endpoint }, textsFor('en'), 'en').text;

  it.each([
    ['taxRates.list', 'tax rates'],
    ['creditNotes.info', 'credit notes'],
    ['invoices.registerPayment', 'invoices'],
    ['toString.list', 'one that the set-up does not name'],
  ])('is named by what %s is about in Teamleader', (endpoint, right) => {
    expect(lacking('teamleader', endpoint)).toBe(`Your user or your app lacks a right in Teamleader: ${right}.`);
  });

  it.each([
    ['crm/BankAccounts', 'Manage accounts'],
    ['sync/CRM/Accounts', 'Manage accounts'],
    ['salesentry/SalesEntries', 'Enter, modify and delete sales entries'],
    ['read/financial/PayablesList', 'View creditor reports'],
    ['read/financial/ReceivablesList', 'View debtor reports'],
    ['sync/Cashflow/PaymentTerms', 'View debtor reports'],
    ['bulk/Cashflow/Receivables', 'View debtor reports'],
    ['financial/Journals', 'View financial master data'],
    ['general/Currencies', 'View financial master data'],
    ['documents/Documents', 'documents, for the PDFs'],
    ['current/Me', 'one that the set-up does not name'],
  ])('is named as Exact names what %s needs', (endpoint, right) => {
    expect(lacking('exact', endpoint)).toBe(`Your user lacks a right in Exact Online: ${right}.`);
  });
});

describe('a log-in that did not succeed', () => {
  it.each(LANGUAGES)('is told in %s', (language) => {
    const texts = textsFor(language);
    const problems = [
      { type: 'loginCancelled' },
      { type: 'loginRefused' },
      { type: 'wrongKeys', text: 'invalid_client' },
      { type: 'loginPageFailed', text: 'Authorization page could not be loaded.' },
      { type: 'unreachable', service: 'exact' },
    ] as const;
    const sentences = problems.map((problem) => describeLogin(problem, texts, language));
    expect(new Set(sentences).size).toBe(problems.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/\{\w+\}/);
    expect(sentences[2]).toContain('invalid_client');
    expect(sentences[3]).toContain('(Authorization page could not be loaded)');
  });
});
