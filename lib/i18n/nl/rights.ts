import type { RightsTexts } from '../en/rights.ts';

export const rights: RightsTexts = {
  rights: {
    title: 'Je rechten in Exact',
    granted: 'toegekend',
    missing: 'ontbreekt',
    checkAgain: 'Controleer opnieuw',
    allGranted: 'Alle vijf de rechten zijn er.',
    askFor:
      'Vraag de beheerder van {division} in Exact om wat ontbreekt (Gebruikers, dan Rechten), en controleer opnieuw.',
    names: {
      manageAccounts: 'Relaties beheren',
      salesEntries: 'Verkoopboekingen invoeren, wijzigen en verwijderen',
      debtorReports: 'Debiteurenrapporten inzien',
      creditorReports: 'Crediteurenrapporten inzien',
      masterData: 'Financiële stamgegevens inzien',
    },
    reasons: {
      manageAccounts: 'om klanten te vinden, en nieuwe aan te maken',
      salesEntries: 'om facturen en creditnota’s te boeken en terug te lezen',
      debtorReports: 'om te zien welke facturen betaald zijn',
      creditorReports: 'om te zien wat aan klanten terugbetaald is',
      masterData: 'om dagboeken, btw-codes en betalingscondities te lezen',
    },
  },
};
