/** Each cause has an explanation and a place where it is mended, one click away, in words of each language. F1. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { customerAddress, exactAddress, listAddress, withoutSearch } from '../../lib/addresses.ts';
import { type Fix, fixesOf, paymentFixesOf, SETUP_STEPS, WAITING } from '../../lib/fix.ts';
import { type Cause, causeSchema } from '../../lib/outcome.ts';
import { paymentCauseSchema } from '../../lib/payment.ts';
import { tables } from './i18n/tables.ts';

/** One value for each field, and each of a closed choice. */
function examplesOf(schema: unknown): readonly unknown[] {
  if (schema instanceof z.ZodLiteral) return [schema.value];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodArray) return [[]];
  if (schema instanceof z.ZodNumber) return [1];
  if (schema instanceof z.ZodString) return ['text'];
  if (schema instanceof z.ZodNullable) return [null];
  if (schema instanceof z.ZodDefault) return examplesOf(schema.unwrap());
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(examplesOf);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).reduce<Record<string, unknown>[]>(
      (made, [name, field]) => made.flatMap((one) => examplesOf(field).map((value) => ({ ...one, [name]: value }))),
      [{}],
    );
  }
  throw new Error('A kind of field that this test does not know');
}

const causes: readonly Cause[] = causeSchema.options.flatMap(examplesOf).map((example) => causeSchema.parse(example));
const waiting: ReadonlySet<string> = new Set(WAITING);

it('knows every cause', () => {
  expect(new Set(causes.map(({ type }) => type)).size).toBe(causeSchema.options.length);
});

it.each(causes.map((cause) => [JSON.stringify(cause), cause] as const))('%s is mended one click away', (_, cause) => {
  const fixes = fixesOf(cause);
  if (waiting.has(cause.type)) expect(fixes).toEqual([]);
  else expect(fixes.length).toBeGreaterThan(0);
  expect(new Set(fixes.map(({ at }) => at)).size).toBe(fixes.length);
  for (const fix of fixes) for (const texts of Object.values(tables)) expect(wordsOf(fix, texts)).not.toBe('');
});

function wordsOf(fix: Fix, texts: (typeof tables)[keyof typeof tables]): string {
  if (fix.at === 'teamleader') return texts.options.open;
  if (fix.at === 'setup') expect(SETUP_STEPS).toContain(fix.step);
  return fix.at === 'setup' ? `${texts.fixes.setup}${texts.setup.steps[fix.step]}` : texts.fixes[fix.at];
}

it.each(Object.entries(tables))(
  'explains each cause in %s at length, with steps where something is to be done',
  (_, { explain }) => {
    for (const [type, { why, steps }] of Object.entries(explain.causes)) {
      expect(why).not.toBe('');
      expect(steps.length > 0, type).toBe(!waiting.has(type));
    }
  },
);

it('leads to the invoice or its entry where payments do not agree', () => {
  const paymentCauses = paymentCauseSchema.options.flatMap(examplesOf).map((one) => paymentCauseSchema.parse(one));
  expect(new Set(paymentCauses.map(({ type }) => type)).size).toBe(paymentCauseSchema.options.length);
  for (const cause of paymentCauses) {
    for (const { at } of paymentFixesOf(cause)) expect(['teamleader', 'exact']).toContain(at);
  }
});

it('leads to the step, the service or the account that the cause names', () => {
  expect(fixesOf({ type: 'taxRateNotLinked', taxRate: '12%' })).toEqual([{ at: 'setup', step: 'vat' }]);
  expect(fixesOf({ type: 'loginNeeded', service: 'exact' })).toEqual([{ at: 'setup', step: 'exact' }]);
  expect(fixesOf({ type: 'refused', service: 'teamleader', text: 'no' })[0]).toEqual({ at: 'teamleader' });
  const right = { type: 'rightMissing', endpoint: 'crm/Accounts' } as const;
  expect(fixesOf({ ...right, service: 'exact' }).map(({ at }) => at)).toEqual(['exact', 'setup', 'syncAgain']);
  expect(fixesOf({ ...right, service: 'teamleader' }).map(({ at }) => at)).toEqual([
    'teamleader',
    'setup',
    'syncAgain',
  ]);
  const missing = { type: 'glAccountMissing', code: '700100' } as const;
  expect(fixesOf({ ...missing, usedBy: { kind: 'taxRate', name: '21%' } })[0]).toEqual({
    at: 'setup',
    step: 'accounts',
  });
  expect(fixesOf({ ...missing, usedBy: { kind: 'productCategory', name: 'Shop' } })).toEqual([{ at: 'exact' }]);
});

it('opens Exact in the country and division, and the list where it was seen last', () => {
  expect(exactAddress('be', 123)).toBe('https://start.exactonline.be/docs/MenuPortal.aspx?_Division_=123');
  expect(exactAddress('uk', null)).toBe('https://start.exactonline.co.uk/docs/MenuPortal.aspx');
  const usual = 'https://focus.teamleader.eu/invoices.php';
  expect(listAddress(undefined)).toBe(usual);
  expect(listAddress('https://example.com/invoices.php')).toBe(usual);
  expect(listAddress('javascript:alert(1)')).toBe(usual);
  expect(listAddress(withoutSearch('https://focus.teamleader.eu/web/invoices?page=2#x'))).toBe(
    'https://focus.teamleader.eu/web/invoices',
  );
});

it('leads to a customer’s page in Teamleader, and nowhere for what is none', () => {
  expect(customerAddress('company/96a3-1')).toBe('https://focus.teamleader.eu/company_detail.php?id=96a3-1');
  expect(customerAddress('contact/2a39')).toBe('https://focus.teamleader.eu/contact_detail.php?id=2a39');
  expect(['2a39', 'company/', 'company/a&b', 'deal/1'].map(customerAddress)).toEqual([null, null, null, null]);
});
