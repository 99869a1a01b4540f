/** A case as its file states it: one document as Teamleader tells it, and the entry that it becomes or why it does not. */
import Big from 'big.js';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Customer, PaymentTerm, ReferenceData, SalesDocument, SalesEntry } from '../../../lib/accounting/facts.ts';
import { formatAmount, roundTo } from '../../../lib/accounting/money.ts';
import type { Surroundings } from '../../../lib/accounting/sales-entry.ts';
import { type Connection, connectionSchema } from '../../../lib/connection.ts';
import { customer as builtCustomer, CUSTOMER_ID, DOCUMENT_ID } from './builders.ts';
import { CONNECTION, REFERENCE } from './case-world.ts';

/** Everything is text, so that no amount ever is a binary float. */
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const optional = z.string().transform((text) => (text === 'none' ? null : text));

const documentSchema = z.strictObject({
  kind: z.enum(['invoice', 'creditNote']).default('invoice'),
  number: z.string().default('2026 / 27'),
  date: z.iso.date().default('2026-03-14'),
  due: optional.default('2026-04-13'),
  /** `30 days`, `end of month 30`, `cash` or `none`. */
  term: z.string().default('30 days'),
  directDebit: z.literal('yes').optional(),
  reference: optional.default('+++123/4567/89012+++'),
  customer: z.string().default('Peeters BV'),
  vatNumber: optional.default('BE0403227515'),
  currency: z.string().default('EUR'),
  /** `USD to EUR 0.92` */
  rate: z.string().optional(),
  taxWithheld: z.literal('yes').optional(),
  /** The number of the invoice that a credit note credits. */
  credits: optional.default(null),
  lines: z.array(
    z.strictObject({
      net: amount,
      at: z.string(),
      text: z.string().default('Consultancy'),
      category: optional.default(null),
    }),
  ),
  /** `10 Friends`: percentage and description. */
  discounts: z.array(z.string().regex(/^\d+(\.\d+)? /)).default([]),
  /** As Teamleader states it of each percentage. */
  taxes: z.array(z.strictObject({ percent: amount, base: amount, vat: amount })),
  /** Where Teamleader states another than the taxes come to. */
  net: amount.optional(),
  gross: amount.optional(),
});

const entrySchema = z.strictObject({
  journal: z.string().optional(),
  number: optional.optional(),
  date: z.string().optional(),
  due: optional.optional(),
  yourRef: z.string().optional(),
  description: z.string().optional(),
  reference: optional.optional(),
  condition: optional.optional(),
  currency: z.string().optional(),
  rate: optional.optional(),
  /** G/L account, VAT code, net, VAT, description. */
  lines: z.array(z.string()),
  total: z.string(),
});

const caseSchema = z
  .strictObject({
    says: z.string(),
    document: documentSchema,
    connection: z
      .strictObject({
        lines: z.literal('each'),
        discountAccount: optional,
        revenue: z.string(),
        perTaxRate: z.record(z.string(), z.string()),
        journal: z.string(),
        series: optional,
      })
      .partial()
      .default({}),
    /** Another currency of the division's own. */
    divisionCurrency: z.string().optional(),
    entry: entrySchema.optional(),
    blocked: z.looseObject({ type: z.string() }).optional(),
  })
  .refine(({ entry, blocked }) => (entry === undefined) !== (blocked === undefined), 'either an entry or a cause');
export type Case = z.infer<typeof caseSchema>;

export const readCase = (text: string): Case => caseSchema.parse(parse(text, { schema: 'failsafe' }));

function termOf(text: string): PaymentTerm | null {
  if (text === 'none') return null;
  if (text === 'cash') return { type: 'cash' };
  const [, endOfMonth, days] = /^(end of month )?(\d+)(?: days)?$/.exec(text) ?? [];
  if (days === undefined) throw new Error(`No term: ${text}`);
  return { type: endOfMonth === undefined ? 'after_invoice_date' : 'end_of_month', days: Number(days) };
}

function rateOf(text: string | undefined): SalesDocument['exchangeRate'] {
  if (text === undefined) return null;
  const [, from, to, rate] = /^(\w{3}) to (\w{3}) (\S+)$/.exec(text) ?? [];
  if (from === undefined || to === undefined || rate === undefined) throw new Error(`No rate: ${text}`);
  return { from, to, rate: new Big(rate) };
}

export function documentOf({ document: told }: Case): SalesDocument {
  const taxes = told.taxes.map(({ percent, base, vat }) => ({
    rate: new Big(percent).div(100),
    base: new Big(base),
    vat: new Big(vat),
  }));
  const net = taxes.reduce((total, { base }) => total.plus(base), new Big(0));
  const gross = taxes.reduce((total, { vat }) => total.plus(vat), net);
  return {
    kind: told.kind,
    id: DOCUMENT_ID,
    companyEntityId: 'entity',
    number: told.number,
    date: told.date,
    customer: { type: 'company', id: CUSTOMER_ID, name: told.customer, vatNumber: told.vatNumber },
    currency: told.currency,
    net: told.net === undefined ? net : new Big(told.net),
    gross: told.gross === undefined ? gross : new Big(told.gross),
    due: null,
    taxes,
    webUrl: null,
    updatedAt: '2026-03-14T09:00:00+00:00',
    dueOn: told.due,
    paymentTerm: termOf(told.term),
    paymentReference: told.reference,
    purchaseOrderNumber: null,
    isDirectDebit: told.directDebit === 'yes',
    isTaxWithheld: told.taxWithheld === 'yes',
    lines: told.lines.map(({ net: ofLine, at, text, category }) => ({
      description: text,
      quantity: new Big(1),
      taxRateId: at,
      productCategoryId: category,
      net: new Big(ofLine),
    })),
    discounts: told.discounts.map((text) => ({
      percentage: new Big(text.slice(0, text.indexOf(' '))),
      description: text.slice(text.indexOf(' ') + 1),
    })),
    exchangeRate: rateOf(told.rate),
    creditedInvoiceId: told.credits === null ? null : 'credited',
  };
}

export function connectionOf({ connection: change, divisionCurrency: currency = 'EUR' }: Case): Connection {
  const { glAccounts, journals, division } = CONNECTION;
  return connectionSchema.parse({
    ...CONNECTION,
    division: { ...division, currency },
    lines: change.lines ?? CONNECTION.lines,
    entrySeries: change.series === undefined ? 0 : change.series === null ? null : Number(change.series),
    journals: { ...journals, invoices: change.journal ?? journals.invoices },
    glAccounts: {
      revenue: change.revenue ?? glAccounts.revenue,
      discount: change.discountAccount === undefined ? glAccounts.discount : change.discountAccount,
      perTaxRate: change.perTaxRate ?? glAccounts.perTaxRate,
    },
  });
}

export const referenceOf = ({ divisionCurrency }: Case): ReferenceData =>
  divisionCurrency === undefined ? REFERENCE : { ...REFERENCE, currency: divisionCurrency };

export function surroundingsOf({ document }: Case): Surroundings {
  const customer: Customer = builtCustomer({ name: document.customer, vatNumber: document.vatNumber });
  return { customer, creditedNumber: document.credits, rateUse: 'times' };
}

/** What the file leaves out is as it is for the ordinary document. */
export function wantedOf({ document, entry }: Case) {
  const isCreditNote = document.kind === 'creditNote';
  return {
    journal: isCreditNote ? '71' : '70',
    number: '26000027',
    date: '2026-03-14',
    due: isCreditNote ? null : '2026-04-13',
    yourRef: '2026 / 27',
    description: '2026 / 27 Peeters BV',
    reference: '+++123/4567/89012+++',
    condition: isCreditNote ? null : '30',
    currency: 'EUR',
    rate: null,
    ...entry,
  };
}

/** The entry in the words of the case files. */
export function toldOf(entry: SalesEntry): ReturnType<typeof wantedOf> {
  const money = (value: Big): string =>
    roundTo(value, entry.currency).eq(value) ? formatAmount(value, entry.currency) : value.toFixed();
  return {
    journal: entry.journal,
    number: entry.entryNumber === null ? null : String(entry.entryNumber),
    date: entry.date,
    due: entry.dueDate,
    yourRef: entry.yourRef,
    description: entry.description,
    reference: entry.paymentReference,
    condition: entry.paymentCondition,
    currency: entry.currency,
    rate: entry.rate?.toFixed() ?? null,
    lines: entry.lines.map(({ glAccountId, vatCode, net, vat, description }) =>
      [glAccountId, vatCode, money(net), money(vat), description].join(' | '),
    ),
    total: `${money(entry.net)} + ${money(entry.vat)} = ${money(entry.gross)}`,
  };
}
