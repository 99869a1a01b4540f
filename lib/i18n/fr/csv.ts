import type { CsvTexts } from '../en/csv.ts';

export const csv: CsvTexts = {
  csv: {
    kind: 'Type',
    currency: 'Devise',
    net: 'Net',
    vat: 'TVA',
    entryNumber: 'Numéro de pièce',
    journal: 'Journal',
    entryDate: 'Date d’écriture',
    cause: 'Cause',
    fix: 'Solution',
    teamleaderId: 'Id dans Teamleader',
    exactId: 'Id dans Exact',
    link: 'Lien',
    download: 'Télécharger en CSV',
    fileName: 'boekbrug-documents',
  },
};
