import type { CsvTexts } from '../en/csv.ts';

export const csv: CsvTexts = {
  csv: {
    kind: 'Soort',
    currency: 'Munt',
    net: 'Netto',
    vat: 'Btw',
    entryNumber: 'Boekstuknummer',
    journal: 'Dagboek',
    entryDate: 'Boekdatum',
    cause: 'Oorzaak',
    fix: 'Oplossing',
    teamleaderId: 'Id in Teamleader',
    exactId: 'Id in Exact',
    link: 'Link',
    download: 'Download als CSV',
    fileName: 'boekbrug-documenten',
  },
};
