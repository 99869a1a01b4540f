import { z } from 'zod';
import type {
  CalendarDate,
  Customer,
  DocumentHeader,
  DocumentKind,
  PaymentTerm,
  ProductCategory,
  SalesDocument,
  TaxRate,
} from '../accounting/facts.ts';
import { ask } from '../http/answer.ts';
import type { Failure } from '../http/failure.ts';
import { stringifyJson } from '../http/json.ts';
import type { Urgency } from '../http/pacer.ts';
import type { Requester } from '../http/request.ts';
import { err, ok, type Result } from '../result.ts';
import { customersOver, type TeamleaderCustomers } from './customers.ts';
import { paymentsOver, type TeamleaderPayments } from './payments.ts';
import { readCompany, readContact } from './read-customer.ts';
import {
  readCreditNote,
  readCreditNoteHeader,
  readInvoice,
  readInvoiceHeader,
  readUnreadable,
  type UnreadableDocument,
} from './read-document.ts';
import { eachOf, type UnreadableRow } from './rows.ts';
import {
  companyEntitySchema,
  companySchema,
  contactSchema,
  creditNoteHeaderSchema,
  creditNoteSchema,
  dataOf,
  downloadSchema,
  invoiceHeaderSchema,
  invoiceSchema,
  migratedIdSchema,
  paymentTermSchema,
  peppolSchema,
  productCategorySchema,
  ratesChargedSchema,
  taxRateSchema,
  userSchema,
} from './schemas.ts';

const API = 'https://api.focus.teamleader.eu';

/** Sent with every call: shapes of answers depend on the version. */
export const TEAMLEADER_HEADERS = { Accept: 'application/json', 'X-Api-Version': '2023-09-26' } as const;

const LARGEST_PAGE = 100;
/** Enough to tell which rates are in use. */
const MOST_PAGES_FOR_USE = 5;

/** A company entity: Teamleader's API calls it a department. */
export interface CompanyEntity {
  readonly id: string;
  readonly name: string;
  /** Its place by age among all of the account's, from 0: the same in every browser. */
  readonly position: number;
}

export interface PaymentTermInUse {
  readonly id: string;
  readonly term: PaymentTerm;
}

export interface DocumentQuery {
  readonly kind: DocumentKind;
  readonly companyEntityId: string;
  /** Documents dated on or after it. */
  readonly from: CalendarDate;
  /** And no later than it; left out: to the newest. */
  readonly to?: CalendarDate;
  /** Only what changed since; ISO date-time with offset and without fraction, or null for all. */
  readonly updatedSince: string | null;
}

export interface DocumentList {
  readonly headers: readonly DocumentHeader[];
  readonly unreadable: readonly UnreadableDocument[];
}

export interface RateUse {
  /** So many invoices were looked at. */
  readonly invoices: number;
  /** The rate as a plain decimal (`0.21`), and how many of them charge it. */
  readonly charged: Readonly<Record<string, number>>;
}

export interface CustomerList {
  readonly customers: readonly Customer[];
  readonly unreadable: readonly (Pick<Customer, 'type' | 'id'> & { readonly detail: string })[];
}

/** Teamleader Focus, as far as it is used. */
export interface Teamleader extends TeamleaderCustomers, TeamleaderPayments {
  /** Who is logged in. */
  me(): Promise<Result<{ readonly id: string; readonly name: string }, Failure>>;
  /** The active ones, the oldest first. */
  companyEntities(): Promise<Result<readonly CompanyEntity[], Failure>>;
  paymentTerms(): Promise<Result<readonly PaymentTermInUse[], Failure>>;
  taxRates(companyEntityId: string): Promise<Result<readonly TaxRate[], Failure>>;
  /** How many of the newest invoices charge each rate, however old they are; up to five calls. */
  rateUse(companyEntityId: string): Promise<Result<RateUse, Failure>>;
  productCategories(companyEntityId: string): Promise<Result<readonly ProductCategory[], Failure>>;
  /** All booked documents in question, without drafts; one call for each hundred. */
  documents(query: DocumentQuery): Promise<Result<DocumentList, Failure>>;
  /** Those of the documents that still exist and are booked; one call for each hundred. */
  documentsByIds(kind: DocumentKind, ids: readonly string[]): Promise<Result<DocumentList, Failure>>;
  /** A whole document; one call. */
  document(kind: DocumentKind, id: string): Promise<Result<SalesDocument, Failure>>;
  /** Is the document final, since it was sent over Peppol? One call. */
  isFinal(kind: DocumentKind, id: string): Promise<Result<boolean, Failure>>;
  /** Where the document's PDF can be fetched for a while, without a log-in. */
  download(kind: DocumentKind, id: string): Promise<Result<string, Failure>>;
  /** Those of the customers that still exist; one call for each hundred of either type. */
  customers(ids: {
    readonly companyIds: readonly string[];
    readonly contactIds: readonly string[];
  }): Promise<Result<CustomerList, Failure>>;
  /** The id of a document that a link names by its number of the old API. */
  migrateId(kind: DocumentKind, legacyId: string): Promise<Result<string, Failure>>;
}

type Body = Readonly<Record<string, unknown>>;

export function createTeamleader(requester: Requester, urgency: Urgency = 'user'): Teamleader {
  /** Teamleader ignores what it does not know in a body and then answers with everything: spell with care. */
  const call = <T>(
    method: string,
    body: Body,
    data: z.ZodType<T>,
    effect: 'reads' | 'writes' = 'reads',
  ): Promise<Result<T, Failure>> =>
    ask(
      requester,
      {
        method: 'POST',
        url: `${API}/${method}`,
        endpoint: method,
        effect,
        body: stringifyJson(body),
        urgency,
      },
      dataOf(data),
    );

  /** Reads until a page is shorter than was asked for, since not every list tells how long it is. */
  async function list<T>(method: string, body: Body, row: z.ZodType<T>): Promise<Result<readonly T[], Failure>> {
    const rows: T[] = [];
    for (let number = 1; ; number += 1) {
      const page = { size: LARGEST_PAGE, number };
      const read = await call(method, { ...body, page }, z.array(row));
      if (!read.ok) return read;
      rows.push(...read.value);
      if (read.value.length < LARGEST_PAGE) return ok(rows);
    }
  }

  /** Lists by id, as many at once as fit on a page. */
  async function listByIds<T>(
    method: string,
    ids: readonly string[],
    filter: Body,
    row: z.ZodType<T>,
  ): Promise<Result<readonly T[], Failure>> {
    const rows: T[] = [];
    for (let from = 0; from < ids.length; from += LARGEST_PAGE) {
      const chunk = ids.slice(from, from + LARGEST_PAGE);
      const read = await list(method, { filter: { ...filter, ids: chunk } }, row);
      if (!read.ok) return read;
      rows.push(...read.value);
    }
    return ok(rows);
  }

  return {
    ...customersOver({ list, call }),
    ...paymentsOver({
      call,
      act: (method, body) =>
        requester.send({
          method: 'POST',
          url: `${API}/${method}`,
          endpoint: method,
          effect: 'writes',
          body: stringifyJson(body),
          urgency,
        }),
    }),

    async me() {
      const user = await call('users.me', {}, userSchema);
      if (!user.ok) return user;
      const { id, first_name, last_name, email } = user.value;
      const name = [first_name, last_name].filter((part) => part !== null).join(' ');
      return ok({ id, name: name || (email ?? '') });
    },

    async companyEntities() {
      // Archived ones count: the place of each must stay what it is.
      const all = { filter: { status: ['active', 'archived'] }, sort: [{ field: 'created_at', order: 'asc' }] };
      const read = await call('departments.list', all, z.array(companyEntitySchema));
      if (!read.ok) return read;
      const placed = read.value.map(({ id, name, status }, position) => ({ id, name, position, status }));
      return ok(placed.filter(({ status }) => status !== 'archived').map(({ status: _, ...entity }) => entity));
    },

    async paymentTerms() {
      const read = await call('paymentTerms.list', {}, z.array(paymentTermSchema));
      if (!read.ok) return read;
      return ok(
        read.value.map(({ id, type, days }) => ({
          id,
          term: type === 'cash' ? { type } : { type, days: days ?? 0 },
        })),
      );
    },

    taxRates: (companyEntityId) => list('taxRates.list', { filter: { department_id: companyEntityId } }, taxRateSchema),

    async rateUse(companyEntityId) {
      const charged: Record<string, number> = {};
      let invoices = 0;
      for (let number = 1; number <= MOST_PAGES_FOR_USE; number += 1) {
        const read = await call(
          'invoices.list',
          {
            filter: { department_id: companyEntityId, ...BOOKED },
            sort: [{ field: 'invoice_date', order: 'desc' }],
            page: { size: LARGEST_PAGE, number },
          },
          z.array(ratesChargedSchema),
        );
        if (!read.ok) return read;
        for (const rate of read.value.flat()) charged[rate] = (charged[rate] ?? 0) + 1;
        invoices += read.value.length;
        if (read.value.length < LARGEST_PAGE) break;
      }
      return ok({ invoices, charged });
    },

    async productCategories(companyEntityId) {
      const filter = { department_id: companyEntityId };
      const read = await call('productCategories.list', { filter }, z.array(productCategorySchema));
      if (!read.ok) return read;
      return ok(
        read.value.map(({ id, name, ledgers }) => {
          const ledger = ledgers?.find(({ department }) => department.id === companyEntityId);
          return { id, name, glAccountCode: ledger?.ledger_account_number ?? null };
        }),
      );
    },

    async documents({ kind, companyEntityId, from, to, updatedSince }) {
      const scope = {
        department_id: companyEntityId,
        ...(updatedSince === null ? {} : { updated_since: updatedSince }),
      };
      const documents =
        kind === 'invoice'
          ? read(
              await list(
                'invoices.list',
                {
                  filter: {
                    ...scope,
                    ...BOOKED,
                    invoice_date_after: from,
                    ...(to === undefined ? {} : { invoice_date_before: to }),
                  },
                  // Many invoices may bear one date: without a second field the pages could fall apart differently.
                  sort: [
                    { field: 'invoice_date', order: 'asc' },
                    { field: 'invoice_number', order: 'asc' },
                  ],
                },
                eachOf(invoiceHeaderSchema),
              ),
              kind,
              readInvoiceHeader,
            )
          : read(
              await list(
                'creditNotes.list',
                {
                  filter: {
                    ...scope,
                    credit_note_date_after: from,
                    // Of credit notes the day itself is left out, of invoices it is not.
                    ...(to === undefined ? {} : { credit_note_date_before: dayAfter(to) }),
                  },
                },
                eachOf(creditNoteHeaderSchema),
              ),
              kind,
              readCreditNoteHeader,
            );
      if (!documents.ok) return documents;
      // Should a filter ever be ignored, nothing out of scope may come through.
      const isInScope = (one: DocumentHeader | UnreadableDocument): boolean =>
        (one.companyEntityId ?? companyEntityId) === companyEntityId &&
        (one.date ?? from) >= from &&
        (to === undefined || (one.date ?? to) <= to);
      const { headers, unreadable } = documents.value;
      return ok({ headers: headers.filter(isInScope), unreadable: unreadable.filter(isInScope) });
    },

    async documentsByIds(kind, ids) {
      return kind === 'invoice'
        ? read(await listByIds('invoices.list', ids, BOOKED, eachOf(invoiceHeaderSchema)), kind, readInvoiceHeader)
        : read(
            await listByIds('creditNotes.list', ids, {}, eachOf(creditNoteHeaderSchema)),
            kind,
            readCreditNoteHeader,
          );
    },

    async document(kind, id) {
      if (kind === 'invoice') return booked(id, await call('invoices.info', { id }, invoiceSchema), readInvoice);
      // The reference describes a list of one here, every other method an object: take both.
      const oneOrList = z.union([creditNoteSchema, z.tuple([creditNoteSchema]).transform(([only]) => only)]);
      return booked(id, await call('creditNotes.info', { id }, oneOrList), readCreditNote);
    },

    async isFinal(kind, id) {
      const oneOrList = z.union([peppolSchema, z.tuple([peppolSchema]).transform(([only]) => only)]);
      const told = await call(kind === 'invoice' ? 'invoices.info' : 'creditNotes.info', { id }, oneOrList);
      return told.ok ? ok(told.value.peppol_status !== null && told.value.peppol_status !== 'sending_failed') : told;
    },

    async download(kind, id) {
      const method = kind === 'invoice' ? 'invoices.download' : 'creditNotes.download';
      const offered = await call(method, { id, format: 'pdf' }, downloadSchema);
      return offered.ok ? ok(offered.value.location) : offered;
    },

    async customers({ companyIds, contactIds }) {
      const companies = await listByIds('companies.list', companyIds, {}, eachOf(companySchema));
      if (!companies.ok) return companies;
      const contacts = await listByIds('contacts.list', contactIds, {}, eachOf(contactSchema));
      if (!contacts.ok) return contacts;
      const unreadable = [
        ...companies.value.filter((row) => !row.ok).map(({ error }) => ({ type: 'company', ...error }) as const),
        ...contacts.value.filter((row) => !row.ok).map(({ error }) => ({ type: 'contact', ...error }) as const),
      ];
      return ok({
        customers: [
          ...companies.value.filter((row) => row.ok).map(({ value }) => readCompany(value)),
          ...contacts.value.filter((row) => row.ok).map(({ value }) => readContact(value)),
        ],
        unreadable: unreadable.map(({ type, id, detail }) => ({ type, id, detail })),
      });
    },

    async migrateId(kind, legacyId) {
      const migrated = await call('migrate.id', { type: kind, id: Number(legacyId) }, migratedIdSchema);
      return migrated.ok ? ok(migrated.value.id) : migrated;
    },
  };
}

const dayAfter = (date: CalendarDate): CalendarDate =>
  new Date(Date.parse(date) + 24 * 60 * 60_000).toISOString().slice(0, 10);

/** A credit note is always booked; an invoice is once it is no draft. */
const BOOKED = { status: ['outstanding', 'matched'] } as const;

/** Rows as facts: without drafts, and each once, since what changes while pages are read may come twice. */
function read<T>(
  rows: Result<readonly Result<T, UnreadableRow>[], Failure>,
  kind: DocumentKind,
  readRow: (row: T) => DocumentHeader | null,
): Result<DocumentList, Failure> {
  if (!rows.ok) return rows;
  const headers = new Map<string, DocumentHeader>();
  const unreadable = new Map<string, UnreadableDocument>();
  for (const row of rows.value) {
    if (!row.ok) unreadable.set(row.error.id, readUnreadable(kind, row.error));
    const header = row.ok ? readRow(row.value) : null;
    if (header !== null) headers.set(header.id, header);
  }
  return ok({
    headers: [...headers.values()],
    unreadable: [...unreadable.values()].filter(({ id }) => !headers.has(id)),
  });
}

function booked<T>(
  id: string,
  document: Result<T, Failure>,
  readOne: (document: T) => SalesDocument | null,
): Result<SalesDocument, Failure> {
  if (!document.ok) return document;
  const read = readOne(document.value);
  if (read === null) return err({ kind: 'notUnderstood', detail: 'a document without number or date' });
  return read.id === id ? ok(read) : err({ kind: 'notUnderstood', detail: 'id: another document' });
}
