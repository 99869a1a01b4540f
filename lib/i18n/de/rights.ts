import type { RightsTexts } from '../en/rights.ts';

export const rights: RightsTexts = {
  rights: {
    title: 'Ihre Rechte in Exact',
    granted: 'vorhanden',
    missing: 'fehlt',
    checkAgain: 'Erneut prüfen',
    allGranted: 'Alle fünf Rechte sind vorhanden.',
    askFor:
      'Bitten Sie den Administrator von {division} in Exact um das Fehlende (Benutzer, dann Rechte), und prüfen Sie erneut.',
    names: {
      manageAccounts: 'Geschäftspartner verwalten',
      salesEntries: 'Verkaufsbuchungen eingeben, ändern und löschen',
      debtorReports: 'Debitorenberichte einsehen',
      creditorReports: 'Kreditorenberichte einsehen',
      masterData: 'Finanzstammdaten einsehen',
    },
    reasons: {
      manageAccounts: 'um Kunden zu finden und neue anzulegen',
      salesEntries: 'um Rechnungen und Gutschriften zu buchen und zurückzulesen',
      debtorReports: 'um zu sehen, welche Rechnungen bezahlt sind',
      creditorReports: 'um zu sehen, was an Kunden zurückgezahlt wurde',
      masterData: 'um Journale, MwSt.-Codes und Zahlungsbedingungen zu lesen',
    },
  },
};
