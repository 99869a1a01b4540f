import type { CauseDetailsTexts } from '../en/cause-details.ts';

export const causeDetails: CauseDetailsTexts = {
  unusable: {
    missing: 'nicht gefunden',
    blocked: 'gesperrt',
    inclusive: 'einschließlich MwSt.',
    notExclusive: 'nicht vom Typ zuzüglich MwSt.',
    notForSales: 'nicht für Verkäufe',
    percentageDiffers: 'anderer Prozentsatz',
    notSales: 'kein Verkaufsjournal',
    notRevenue: 'kein Erlöskonto',
  },
  accountUser: {
    productCategory: 'der Produktkategorie „{name}“ in Teamleader',
    taxRate: 'dem MwSt.-Satz „{name}“ in der Einrichtung',
    revenue: 'der Einrichtung, als Erlöskonto',
    discount: 'der Einrichtung, als Rabattkonto',
  },
  figure: { net: 'Summe ohne MwSt.', vat: 'MwSt.', gross: 'Summe inkl. MwSt.' },
  difference: {
    gross: 'die Summe inkl. MwSt. ist {found} statt {sent}',
    vat: 'die MwSt. ist {found} statt {sent}',
    account: 'sie steht auf einem anderen Kunden',
    journal: 'das Journal ist {found} statt {sent}',
    currency: 'die Währung ist {found} statt {sent}',
    date: 'das Datum ist {found} statt {sent}',
    yourRef: 'die Referenz ist „{found}“ statt „{sent}“',
    paymentCondition: 'die Zahlungsbedingung ist „{found}“ statt „{sent}“',
    grossInDivisionCurrency: 'die Summe inkl. MwSt. in der Währung der Administration ist {found} statt {sent}',
    lines: 'ihre Zeilen haben andere Sachkonten, MwSt.-Codes oder Beträge',
    vatOfLines: 'die MwSt. ihrer Zeilen ist {found} statt {sent}',
  },
};
