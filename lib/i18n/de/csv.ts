import type { CsvTexts } from '../en/csv.ts';

export const csv: CsvTexts = {
  csv: {
    kind: 'Art',
    currency: 'Währung',
    net: 'Netto',
    vat: 'MwSt.',
    entryNumber: 'Buchungsnummer',
    journal: 'Journal',
    entryDate: 'Buchungsdatum',
    cause: 'Ursache',
    fix: 'Lösung',
    teamleaderId: 'Id in Teamleader',
    exactId: 'Id in Exact',
    link: 'Link',
    download: 'Als CSV herunterladen',
    fileName: 'boekbrug-belege',
  },
};
