import type { z } from 'zod';
import { data, json } from '../answers.ts';
import type { CustomerRecord } from '../ledger/customers.ts';
import { addedCompany, addedContact } from './customer-add.ts';
import { companiesAdd, companiesInfo, companiesList, contactsAdd, contactsList } from './customer-schemas.ts';
import { companyDetails, contactDetails, customFieldsIfAsked, listedCompany, listedContact } from './customer-views.ts';
import { changedSince, contains, pageAnswer, sorted, wanted } from './lists.ts';
import { type Call, type Method, method, notFound } from './method.ts';
import { onlyId } from './schemas.ts';
import { reference } from './views.ts';

export const customerMethods: readonly Method[] = [
  method('companies.list', companiesList, ({ filter, page, sort: by, includes }, call) => {
    const found = customersOf('company', call).filter(
      (company) =>
        matches(company, filter) &&
        contains(filter?.term, company.name, company.vatNumber, ...reachedAt(company)) &&
        sameVatNumber(filter?.vat_number, company.vatNumber) &&
        wanted(filter?.national_identification_number, company.nationalIdentificationNumber),
    );
    const inOrder = sorted(found, by, [{ field: 'name' }], {
      name: ({ name }) => name,
      added_at: ({ addedAt }) => Date.parse(addedAt),
      updated_at: ({ updatedAt }) => Date.parse(updatedAt),
    });
    return pageAnswer(inOrder, page, call, (company) => ({
      ...listedCompany(company, call),
      ...customFieldsIfAsked(includes),
    }));
  }),

  method('companies.info', companiesInfo, ({ id, includes }, call) => {
    const company = customerOfType('company', id, call);
    if (company === undefined) return notFound('Company');
    return data({
      ...companyDetails(company, call),
      ...(includes?.includes('related_companies') ? { related_companies: [] } : {}),
      ...(includes?.includes('related_contacts') ? { related_contacts: [] } : {}),
    });
  }),

  method('companies.add', companiesAdd, (asked, { ledger, now }) => {
    const company = addedCompany(asked, now);
    ledger.addCustomer(company);
    return json(201, { data: reference('company', company.id) });
  }),

  method('contacts.list', contactsList, ({ filter, page, sort: by, includes }, call) => {
    const found = customersOf('contact', call).filter(
      (contact) =>
        matches(contact, filter) &&
        contains(filter?.term, contact.firstName, contact.lastName, ...reachedAt(contact)) &&
        (filter?.company_id === undefined || filter.company_id === null),
    );
    const inOrder = sorted(found, by, [{ field: 'name' }], {
      name: ({ lastName, firstName }) => `${lastName ?? ''} ${firstName ?? ''}`,
      added_at: ({ addedAt }) => Date.parse(addedAt),
      updated_at: ({ updatedAt }) => Date.parse(updatedAt),
    });
    return pageAnswer(inOrder, page, call, (contact) => ({
      ...listedContact(contact),
      ...customFieldsIfAsked(includes),
    }));
  }),

  method('contacts.info', onlyId, ({ id }, call) => {
    const contact = customerOfType('contact', id, call);
    return contact === undefined ? notFound('Contact') : data(contactDetails(contact));
  }),

  method('contacts.add', contactsAdd, (asked, { ledger, now }) => {
    const contact = addedContact(asked, now);
    ledger.addCustomer(contact);
    return json(201, { data: reference('contact', contact.id) });
  }),
];

const customersOf = (type: CustomerRecord['type'], { ledger }: Call): readonly CustomerRecord[] =>
  [...ledger.customers.values()].filter((customer) => customer.type === type);

const customerOfType = (type: CustomerRecord['type'], id: string, call: Call): CustomerRecord | undefined =>
  customersOf(type, call).find((customer) => customer.id === id);

type Filter = z.output<typeof companiesList>['filter'] | z.output<typeof contactsList>['filter'];

/** The filters that companies and contacts share. */
function matches(customer: CustomerRecord, filter: Filter): boolean {
  if (filter === undefined) return true;
  return (
    wanted(filter.ids, customer.id) &&
    wanted(filter.email?.email, customer.emails.find(({ type }) => type === 'primary')?.email) &&
    changedSince(filter.updated_since, customer.updatedAt) &&
    (filter.tags ?? []).every((tag) => customer.tags.includes(tag)) &&
    wanted(filter.status, customer.status) &&
    wanted(filter.marketing_mails_consent, customer.marketingMailsConsent)
  );
}

const reachedAt = ({ emails, telephones }: CustomerRecord): readonly string[] => [
  ...emails.map(({ email }) => email),
  ...telephones.map(({ number }) => number),
];

/** Written with or without blanks and dots. */
function sameVatNumber(asked: string | undefined, vatNumber: string | null): boolean {
  const bare = (text: string | null) => text?.replace(/[^a-z0-9]/gi, '').toUpperCase();
  return asked === undefined || bare(asked) === bare(vatNumber);
}
