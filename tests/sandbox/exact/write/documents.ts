/** Documents and the files in them. */
import type { Body, Scope } from '../api/endpoint.ts';
import { DOCUMENT_TYPES } from '../books.ts';
import type { Fields, Ledger } from '../ledger.ts';
import type { Row } from '../odata/values.ts';
import { badRequest, notFound } from '../refusal.ts';
import { attachmentRow, documentRow } from '../rows/documents.ts';
import { numberIn, textIn } from './body.ts';

export function createDocument({ fields }: Body, { ledger }: Scope): Row {
  checkDocument(fields, ledger);
  return documentRow(ledger.putRecord(ledger.documents, null, fields), ledger);
}

export function changeDocument(id: string, { fields }: Body, { ledger }: Scope): void {
  const before = ledger.documents.get(id);
  if (before === undefined) throw notFound();
  checkDocument({ ...before.fields, ...fields }, ledger);
  ledger.putRecord(ledger.documents, id, fields);
}

function checkDocument(fields: Fields, ledger: Ledger): void {
  if (textIn(fields, 'Subject') === null) throw badRequest('Mandatory: Subject');
  const type = numberIn(fields, 'Type');
  if (type === null) throw badRequest('Mandatory: Type');
  if (!DOCUMENT_TYPES.has(type)) throw badRequest(`Invalid reference: Document type ${type}`);
  const account = textIn(fields, 'Account');
  if (account !== null && !ledger.accounts.has(account)) throw badRequest('Invalid reference: Account');
}

export function createAttachment({ fields }: Body, { ledger }: Scope): Row {
  const document = textIn(fields, 'Document');
  if (document === null) throw badRequest('Mandatory: Document');
  if (!ledger.documents.has(document)) throw badRequest('Invalid reference: Document');
  if (textIn(fields, 'FileName') === null) throw badRequest('Mandatory: File name');
  if (textIn(fields, 'Attachment') === null) throw badRequest('Mandatory: Attachment');
  return attachmentRow(ledger.putRecord(ledger.attachments, null, fields));
}
