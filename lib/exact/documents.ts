import type { z } from 'zod';
import type { CalendarDate } from '../accounting/facts.ts';
import type { Failure } from '../http/failure.ts';
import { ok, type Result } from '../result.ts';
import { dateInBody, guidLiteral } from './odata.ts';
import { attachmentSchema, documentSchema, documentTypeSchema } from './schemas.ts';

/** A division's archive: documents that belong to entries, and the files in them. Exact 5. */
export interface ExactDocuments {
  /** The type that a document of a sale has; null: the division has none. One call. */
  salesDocumentType(): Promise<Result<number | null, Failure>>;
  /** The document with the subject that names the entry; null: there is none. One call. */
  documentOf(entryId: string, subject: string): Promise<Result<string | null, Failure>>;
  /** Makes a document that names the entry; gives its id. One call, never repeated. */
  createDocument(document: {
    readonly subject: string;
    readonly type: number;
    readonly date: CalendarDate;
    readonly entryId: string;
  }): Promise<Result<string, Failure>>;
  /** Is there a file in the document? One call. */
  hasAttachment(documentId: string): Promise<Result<boolean, Failure>>;
  /** One call, never repeated. */
  addAttachment(
    documentId: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Result<null, Failure>>;
}

/** Calls within one division. */
export interface DivisionCalls {
  readonly list: <T>(
    endpoint: string,
    query: Readonly<Record<string, string>>,
    row: z.ZodType<T> & { readonly shape: Readonly<Record<string, unknown>> },
  ) => Promise<Result<readonly T[], Failure>>;
  readonly create: <T>(
    endpoint: string,
    body: Readonly<Record<string, unknown>>,
    made: z.ZodType<T> & { readonly shape: Readonly<Record<string, unknown>> },
  ) => Promise<Result<T, Failure>>;
}

/** The type's usual number; descriptions are in the division's language. */
const SALES_INVOICE = 10;
const SALES_INVOICE_WORDS = /verkoopfact|sales inv|facture de vente|factures de vente|(ver|aus)k?[a-z]*rechnung/i;

export function documentsOver({ list, create }: DivisionCalls): ExactDocuments {
  return {
    async salesDocumentType() {
      const read = await list('documents/DocumentTypes', {}, documentTypeSchema);
      if (!read.ok) return read;
      const named = read.value.find(({ Description }) => SALES_INVOICE_WORDS.test(Description ?? ''));
      const usual = read.value.find(({ ID }) => ID === SALES_INVOICE);
      return ok((named ?? usual)?.ID ?? null);
    },

    async documentOf(entryId, subject) {
      const filter = { $filter: `FinancialTransactionEntryID eq ${guidLiteral(entryId)}` };
      const read = await list('documents/Documents', filter, documentSchema);
      return read.ok ? ok(read.value.find((document) => document.Subject === subject)?.ID ?? null) : read;
    },

    async createDocument({ subject, type, date, entryId }) {
      const body = {
        Subject: subject,
        Type: type,
        DocumentDate: dateInBody(date),
        FinancialTransactionEntryID: entryId,
      };
      const created = await create('documents/Documents', body, attachmentSchema);
      return created.ok ? ok(created.value.ID) : created;
    },

    async hasAttachment(documentId) {
      const filter = { $filter: `Document eq ${guidLiteral(documentId)}` };
      const read = await list('documents/DocumentAttachments', filter, attachmentSchema);
      return read.ok ? ok(read.value.length > 0) : read;
    },

    async addAttachment(documentId, { name, bytes }) {
      const body = { Document: documentId, FileName: name, Attachment: base64(bytes) };
      const created = await create('documents/DocumentAttachments', body, attachmentSchema);
      return created.ok ? ok(null) : created;
    },
  };
}

/** In parts, since a call takes so many arguments and no more. */
function base64(bytes: Uint8Array): string {
  const PART = 0x8000;
  let binary = '';
  for (let from = 0; from < bytes.length; from += PART) {
    binary += String.fromCharCode(...bytes.subarray(from, from + PART));
  }
  return btoa(binary);
}
