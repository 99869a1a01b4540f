import type { Worded } from '../worded.ts';

/** The file of documents. */
export const csv = {
  csv: {
    kind: 'Kind',
    currency: 'Currency',
    net: 'Net',
    vat: 'VAT',
    entryNumber: 'Entry number',
    journal: 'Journal',
    entryDate: 'Entry date',
    cause: 'Cause',
    fix: 'Fix',
    teamleaderId: 'Id in Teamleader',
    exactId: 'Id in Exact',
    link: 'Link',
    download: 'Download as CSV',
    fileName: 'boekbrug-documents',
  },
};

export type CsvTexts = Worded<typeof csv>;
