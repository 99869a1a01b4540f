import type { Properties } from './property.ts';

export const payablesList = {
  HID: ['Int64', 'GPU'],
  AccountCode: ['String', 'GPU'],
  AccountId: ['Guid', 'GPU'],
  AccountName: ['String', 'GPU'],
  Amount: ['Double', 'GPU'],
  AmountInTransit: ['Double', 'GPU'],
  ApprovalStatus: ['Int16', 'GPU'],
  CurrencyCode: ['String', 'GPU'],
  Description: ['String', 'GPU'],
  DueDate: ['DateTime', 'GPU'],
  EntryNumber: ['Int32', 'GPU'],
  Id: ['Guid', 'GPU'],
  InvoiceDate: ['DateTime', 'GPU'],
  InvoiceNumber: ['Int32', 'GPU'],
  JournalCode: ['String', 'GPU'],
  JournalDescription: ['String', 'GPU'],
  YourRef: ['String', 'GPU'],
} as const satisfies Properties;
