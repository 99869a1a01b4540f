import type { BusinessCustomer } from '../sandbox/business/business.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Puts a customer that has invoices into Exact, as two accounts with one VAT number. */
export function putTwoAccounts({ business, exact }: Sandbox): BusinessCustomer {
  const customer = business.customers.find(
    ({ id, vatNumber, inExact }) =>
      inExact === 'no' &&
      vatNumber !== null &&
      business.documents.some(({ customerId, expected }) => customerId === id && expected === 'booked'),
  );
  if (customer === undefined) throw new Error('The business has no such customer.');
  for (const City of ['Hasselt', 'Brugge']) {
    exact.ledger.putAccount(null, {
      Name: customer.name,
      Status: 'C',
      IsSupplier: false,
      Blocked: false,
      VATNumber: customer.vatNumber,
      City,
      Country: customer.address.country,
    });
  }
  return customer;
}
