import type { Worded } from '../worded.ts';

/** What the user may do in Exact. */
export const rights = {
  rights: {
    title: 'Your rights in Exact',
    granted: 'granted',
    missing: 'missing',
    checkAgain: 'Check again',
    allGranted: 'All five rights are there.',
    askFor: 'Ask the administrator of {division} in Exact for what is missing (Users, then Rights), and check again.',
    names: {
      manageAccounts: 'Manage accounts',
      salesEntries: 'Enter, modify and delete sales entries',
      debtorReports: 'View debtor reports',
      creditorReports: 'View creditor reports',
      masterData: 'View financial master data',
    },
    reasons: {
      manageAccounts: 'to find customers, and to create those that are new',
      salesEntries: 'to book invoices and credit notes, and to read them back',
      debtorReports: 'to see which invoices are paid',
      creditorReports: 'to see what was paid back to customers',
      masterData: 'to read journals, VAT codes and payment conditions',
    },
  },
};

export type RightsTexts = Worded<typeof rights>;
