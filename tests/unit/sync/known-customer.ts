import type { Only } from '../../../lib/store/records.ts';
import type { BusinessCustomer } from '../../sandbox/business/business.ts';
import type { LedgerRecord } from '../../sandbox/exact/ledger.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

interface KnownCustomer {
  readonly customer: BusinessCustomer;
  readonly account: LedgerRecord;
  /** One of the documents that are to be booked to him. */
  readonly one: Only;
}

/** A customer who has an account, and to whom several documents are to be booked. */
export function knownCustomer({ business, exact }: Sandbox): KnownCustomer {
  for (const customer of business.customers) {
    const account = [...exact.ledger.accounts.values()].find(({ fields }) => fields['Name'] === customer.name);
    const [first, second] = business.documents.filter(
      ({ customerId, expected }) => customerId === customer.id && expected === 'booked',
    );
    if (customer.inExact !== 'yes' || account === undefined || first === undefined || second === undefined) continue;
    return { customer, account, one: [{ kind: first.kind, id: first.id, shown: null }] };
  }
  throw new Error('Nobody is known.');
}
