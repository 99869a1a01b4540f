import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import type { Customer } from '../accounting/facts.ts';
import type { UnreadableRow } from './rows.ts';
import { customerIdentitySchema, type WireCompany, type WireContact, type WireCustomer } from './schemas.ts';

export const readCompany = (company: WireCompany): Customer => ({
  ...readCustomer(company),
  type: 'company',
  name: company.name,
  vatNumber: company.vat_number,
  companyNumber: company.national_identification_number,
});

/** A list of contacts tells no VAT number; a person's national number is nothing for the books. */
export const readContact = (contact: WireContact): Customer => ({
  ...readCustomer(contact),
  type: 'contact',
  name: [contact.first_name, contact.last_name].filter((part) => part !== null).join(' '),
  vatNumber: null,
  companyNumber: null,
});

/** What a row tells of who it is, where the whole is not understood: a customer that is overlooked would be made again. */
export function readCustomerIdentity(type: Customer['type'], { id, row }: UnreadableRow): Customer {
  const identity = customerIdentitySchema.parse(row);
  const nothing = {
    telephones: null,
    website: null,
    language: null,
    iban: null,
    bic: null,
    payment_term: null,
    web_url: null,
  };
  const customer = { ...nothing, ...identity, id };
  return type === 'company' ? readCompany(customer) : readContact(customer);
}

function readCustomer(customer: WireCustomer) {
  const { primary_address: address } = customer;
  return {
    id: customer.id,
    email: customer.emails?.find(({ type }) => type === 'primary')?.email ?? null,
    phone: customer.telephones?.find(({ type }) => type !== 'fax')?.number ?? null,
    website: customer.website,
    language: customer.language,
    address: {
      line1: address?.line_1 ?? null,
      postalCode: address?.postal_code ?? null,
      city: address?.city ?? null,
      country: address?.country ?? null,
    },
    ...readBankAccount(customer),
    paymentTerm: customer.payment_term ?? null,
    webUrl: customer.web_url,
    updatedAt: customer.updated_at,
  };
}

/** A number that is none would only be refused, and says nothing of the customer. */
function readBankAccount(customer: WireCustomer) {
  const iban = electronicFormatIBAN(customer.iban ?? '');
  if (iban === null || !isValidIBAN(iban)) return { iban: null, bic: null };
  const bic = (customer.bic ?? '').replace(/\s/g, '').toUpperCase();
  return { iban, bic: isValidBIC(bic) ? bic : null };
}
