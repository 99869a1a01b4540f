/** Documents and the files in them, as Exact tells them. */
import type { Scope } from '../api/endpoint.ts';
import { DOCUMENT_TYPES } from '../books.ts';
import type { Ledger, LedgerRecord } from '../ledger.ts';
import type { Row, RowOf } from '../odata/values.ts';
import type { documentAttachments } from '../properties/document-attachments.ts';
import type { documentTypes } from '../properties/document-types.ts';
import type { documents } from '../properties/documents.ts';

export function documentRow(document: LedgerRecord, { accounts, books }: Ledger): RowOf<typeof documents> {
  const { fields, id } = document;
  const account = accounts.get(String(fields['Account']));
  return {
    ...fields,
    ID: id,
    AccountCode: account?.fields['Code'] ?? null,
    AccountName: account?.fields['Name'] ?? null,
    Division: books.division.code,
    HasEmptyBody: !fields['Body'],
    TypeDescription: DOCUMENT_TYPES.get(Number(fields['Type'])) ?? null,
    Created: new Date(document.created),
    Modified: new Date(document.modified),
  };
}

export const documentRows = ({ ledger }: Scope): Row[] =>
  [...ledger.documents.values()].map((document) => documentRow(document, ledger));

export const attachmentRow = ({ fields, id }: LedgerRecord): RowOf<typeof documentAttachments> => ({
  ...fields,
  ID: id,
  FileSize: Buffer.from(String(fields['Attachment']), 'base64').length,
});

export const attachmentRows = ({ ledger }: Scope): Row[] => [...ledger.attachments.values()].map(attachmentRow);

export const documentTypeRows = (): Row[] =>
  [...DOCUMENT_TYPES].map(
    ([id, description]): RowOf<typeof documentTypes> => ({
      ID: id,
      Description: description,
      DocumentIsCreatable: true,
      DocumentIsDeletable: true,
      DocumentIsUpdatable: true,
      DocumentIsViewable: true,
    }),
  );
