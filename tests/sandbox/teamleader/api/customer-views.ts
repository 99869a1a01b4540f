import { sameInstant } from '../instants.ts';
import type { CustomerAddress, CustomerRecord } from '../ledger/customers.ts';
import type { Call } from './method.ts';
import { paymentTerm, reference } from './views.ts';

export function listedCompany(company: CustomerRecord, call: Call) {
  return { ...commonCompany(company, call), primary_address: primaryAddress(company) };
}

export function companyDetails(company: CustomerRecord, call: Call) {
  return {
    ...commonCompany(company, call),
    addresses: company.addresses.map(addressView),
    remarks: company.remarks,
    custom_fields: [],
    price_list: null,
  };
}

export function listedContact(contact: CustomerRecord) {
  return { ...commonContact(contact), primary_address: primaryAddress(contact) };
}

export function contactDetails(contact: CustomerRecord) {
  return {
    ...commonContact(contact),
    vat_number: contact.vatNumber,
    addresses: contact.addresses.map(addressView),
    companies: [],
    remarks: contact.remarks,
    custom_fields: [],
    price_list: null,
  };
}

/** The two properties that a list tells only when asked. */
export function customFieldsIfAsked(includes: readonly ('custom_fields' | 'price_list')[] | undefined) {
  return {
    ...(includes?.includes('custom_fields') ? { custom_fields: [] } : {}),
    ...(includes?.includes('price_list') ? { price_list: null } : {}),
  };
}

function commonCompany(company: CustomerRecord, { business }: Call) {
  return {
    ...common(company, 'company'),
    name: company.name,
    business_type: null,
    vat_number: company.vatNumber,
    preferred_currency: company.preferredCurrency,
    responsible_user: reference('user', business.users.teamleader.id),
  };
}

function commonContact(contact: CustomerRecord) {
  return {
    ...common(contact, 'contact'),
    first_name: contact.firstName,
    last_name: contact.lastName,
    salutation: contact.salutation,
    gender: contact.gender,
    birthdate: contact.birthdate,
  };
}

function common(customer: CustomerRecord, kind: 'company' | 'contact') {
  return {
    id: customer.id,
    status: customer.status,
    national_identification_number: customer.nationalIdentificationNumber,
    emails: customer.emails,
    telephones: customer.telephones,
    website: customer.website,
    iban: customer.iban,
    bic: customer.bic,
    language: customer.language,
    payment_term: customer.paymentTerm === null ? null : paymentTerm(customer.paymentTerm),
    invoicing_preferences: { electronic_invoicing_address: null },
    added_at: sameInstant(customer.addedAt),
    updated_at: sameInstant(customer.updatedAt),
    web_url: `https://focus.teamleader.eu/${kind}_detail.php?id=${customer.id}`,
    tags: customer.tags,
    marketing_mails_consent: customer.marketingMailsConsent,
  };
}

function primaryAddress({ addresses }: CustomerRecord) {
  const primary = addresses.find(({ type }) => type === 'primary');
  return primary === undefined ? null : addressView(primary).address;
}

function addressView({ type, address }: CustomerAddress) {
  const { line_1, postal_code, city, country, addressee } = address;
  const place = { line_1, postal_code, city, country, area_level_two: null };
  return { type, address: addressee === undefined ? place : { addressee, ...place } };
}
