/** What the set-up needs of its user in Exact. Feature A4. */
export const EXACT_RIGHTS = [
  'manageAccounts',
  'salesEntries',
  'debtorReports',
  'creditorReports',
  'masterData',
] as const;
export type ExactRight = (typeof EXACT_RIGHTS)[number];
