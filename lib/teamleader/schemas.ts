/** As much of Teamleader's answers as is read. What is empty may come as null or be left out. */
import { z } from 'zod';
import { decimal, integer } from '../http/json.ts';

export const dataOf = <T>(schema: z.ZodType<T>) => z.object({ data: schema }).transform(({ data }) => data);

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text || null);
const calendarDate = z.iso.date();
const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const reference = z.object({ id: z.string().min(1) });
const money = z.object({ amount: decimal, currency: z.string().length(3) });

const paymentTerm = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('cash') }),
    z.object({ type: z.enum(['end_of_month', 'after_invoice_date']), days: integer.default(0) }),
  ])
  .nullish();

export const userSchema = z.object({
  id: z.string().min(1),
  first_name: optionalText,
  last_name: optionalText,
  email: optionalText,
});

export const companyEntitySchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  status: z.enum(['active', 'archived']).nullish(),
});

export const paymentTermSchema = z.object({
  id: z.string().min(1),
  type: z.enum(['cash', 'end_of_month', 'after_invoice_date']),
  days: integer.nullish(),
});

export const taxRateSchema = z.object({ id: z.string().min(1), description: z.string(), rate: decimal });

export const productCategorySchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  ledgers: z.array(z.object({ department: reference, ledger_account_number: optionalText })).nullish(),
});

// Documents: what invoices and credit notes share.

const total = z.object({
  tax_exclusive: money,
  tax_inclusive: money,
  taxes: z.array(z.object({ rate: decimal, taxable: money, tax: money })),
  withheld_taxes: z.array(z.unknown()).nullish(),
});

const header = z.object({
  id: z.guid(),
  department: reference,
  invoicee: z.object({
    name: z.string(),
    vat_number: optionalText,
    customer: z.object({ type: z.enum(['company', 'contact']), id: z.guid() }),
  }),
  total,
  web_url: optionalText,
  updated_at: moment,
});

/** Of a row of the list of invoices, the rates that it charges; none where that is not understood. */
export const ratesChargedSchema = z
  .object({ total: z.object({ taxes: z.array(z.object({ rate: decimal })) }) })
  .transform(({ total: { taxes } }) => [...new Set(taxes.map(({ rate }) => rate.toString()))])
  .catch([]);

/** A draft has neither number nor date. */
export const invoiceHeaderSchema = header.extend({
  invoice_number: optionalText,
  invoice_date: calendarDate.nullish(),
  total: total.extend({ due: money.nullish() }),
});
/** Of the whole invoice, what concerns its payments. */
export const invoicePaymentsSchema = z.object({
  id: z.guid(),
  total: z.object({ tax_inclusive: money, due: money }),
  payments: z.array(z.object({ paid_at: moment, payment: money })).nullish(),
});
export type WireInvoicePayments = z.output<typeof invoicePaymentsSchema>;

export const creditNoteHeaderSchema = header.extend({
  credit_note_number: optionalText,
  credit_note_date: calendarDate.nullish(),
});

/** What a row of either list tells of its document, where the whole is not understood. */
export const documentIdentitySchema = z.object({
  invoice_number: optionalText.catch(null),
  credit_note_number: optionalText.catch(null),
  invoice_date: calendarDate.nullish().catch(null),
  credit_note_date: calendarDate.nullish().catch(null),
  department: reference.nullish().catch(null),
  invoicee: z.object({ name: z.string() }).nullish().catch(null),
});

const line = z.object({
  product_category: reference.nullish(),
  quantity: decimal,
  description: z.string(),
  tax: reference,
  total: z.object({ tax_exclusive: money }),
  withheld_tax: reference.nullish(),
});

const details = z.object({
  currency_exchange_rate: z.object({ from: z.string(), to: z.string(), rate: decimal }).nullish(),
  discounts: z.array(z.object({ value: decimal, description: z.string() })).nullish(),
  grouped_lines: z.array(z.object({ line_items: z.array(line) })),
});

export const invoiceSchema = invoiceHeaderSchema.extend({
  ...details.shape,
  due_on: calendarDate.nullish(),
  payment_term: paymentTerm,
  payment_reference: optionalText,
  purchase_order_number: optionalText,
  expected_payment_method: z.object({ method: z.string() }).nullish(),
});

export const creditNoteSchema = creditNoteHeaderSchema.extend({
  ...details.shape,
  invoice: z.object({ id: z.guid() }).nullish(),
});

export const peppolSchema = z.object({ peppol_status: optionalText });

export type WireTotal = z.output<typeof total>;
export type WireHeader = z.output<typeof header>;
export type WireDetails = z.output<typeof details> & Pick<WireHeader, 'total'>;
export type WireInvoiceHeader = z.output<typeof invoiceHeaderSchema>;
export type WireInvoice = z.output<typeof invoiceSchema>;
export type WireCreditNoteHeader = z.output<typeof creditNoteHeaderSchema>;
export type WireCreditNote = z.output<typeof creditNoteSchema>;

// Customers.

const customer = z.object({
  id: z.string().min(1),
  emails: z.array(z.object({ type: z.string(), email: z.string() })).nullish(),
  telephones: z.array(z.object({ type: z.string(), number: z.string() })).nullish(),
  website: optionalText,
  language: optionalText,
  primary_address: z
    .object({ line_1: optionalText, postal_code: optionalText, city: optionalText, country: optionalText })
    .nullish(),
  iban: optionalText,
  bic: optionalText,
  payment_term: paymentTerm,
  web_url: optionalText,
  updated_at: z.string(),
});

export const companySchema = customer.extend({
  name: z.string(),
  vat_number: optionalText,
  national_identification_number: optionalText,
});

export const contactSchema = customer.extend({ first_name: optionalText, last_name: optionalText });

/** As much of a row of either list as tells who it is. */
export const customerIdentitySchema = z.object({
  name: z.string().catch(''),
  first_name: optionalText.catch(null),
  last_name: optionalText.catch(null),
  vat_number: optionalText.catch(null),
  national_identification_number: optionalText.catch(null),
  emails: customer.shape.emails.catch(null),
  primary_address: customer.shape.primary_address.catch(null),
  updated_at: z.string().catch(''),
});

export type WireCustomer = z.output<typeof customer>;
export type WireCompany = z.output<typeof companySchema>;
export type WireContact = z.output<typeof contactSchema>;

export const downloadSchema = z.object({ location: z.url({ protocol: /^https$/ }) });

export const migratedIdSchema = z.object({ id: z.string().min(1) });

export const addedSchema = z.object({ id: z.guid() }).transform(({ id }) => id);

export const remarksSchema = z.object({ remarks: z.string().nullish() }).transform(({ remarks }) => remarks ?? '');
