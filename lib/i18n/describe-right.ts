import type { Cause } from '../outcome.ts';
import type { Texts } from './index.ts';

type ExactRightName = keyof Texts['rights']['names'] | 'documents';

/** Which of Exact's rights a call needs, by how its address begins. Exact 6. */
const BY_ADDRESS: readonly (readonly [string, ExactRightName])[] = [
  ['crm/', 'manageAccounts'],
  ['sync/CRM/', 'manageAccounts'],
  ['salesentry/', 'salesEntries'],
  ['read/financial/PayablesList', 'creditorReports'],
  ['read/financial/', 'debtorReports'],
  ['financialtransaction/', 'debtorReports'],
  ['sync/Cashflow/', 'debtorReports'],
  ['bulk/Cashflow/', 'debtorReports'],
  ['financial/', 'masterData'],
  ['general/', 'masterData'],
  ['vat/', 'masterData'],
  ['cashflow/', 'masterData'],
  ['documents/', 'documents'],
];

/** The right that lacks as its administrator knows it: the name of the call that was refused means nothing to him. */
export function nameRight({ service, endpoint }: Extract<Cause, { type: 'rightMissing' }>, texts: Texts): string {
  const { neededRight, rights } = texts;
  if (service === 'teamleader') {
    // Teamleader gives its rights by what a call is about: `taxRates.list`.
    const [subject = ''] = endpoint.split('.');
    const isKnown = (name: string): name is keyof typeof neededRight => Object.hasOwn(neededRight, name);
    return isKnown(subject) ? neededRight[subject] : neededRight.other;
  }
  const name = BY_ADDRESS.find(([beginning]) => endpoint.startsWith(beginning))?.[1] ?? 'other';
  return name === 'documents' || name === 'other' ? neededRight[name] : rights.names[name];
}
