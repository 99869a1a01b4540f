import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { instant } from '../instants.ts';
import type { CustomerRecord } from '../ledger/customers.ts';
import type { companiesAdd, contactsAdd } from './customer-schemas.ts';

type CompanyBody = z.output<typeof companiesAdd>;
type ContactBody = z.output<typeof contactsAdd>;

export function addedCompany(asked: CompanyBody, now: number): CustomerRecord {
  return {
    ...commonRecord(asked, now),
    type: 'company',
    name: asked.name,
    firstName: null,
    lastName: null,
    vatNumber: asked.vat_number ?? null,
    preferredCurrency: asked.preferred_currency ?? null,
    salutation: null,
    gender: null,
    birthdate: null,
  };
}

export function addedContact(asked: ContactBody, now: number): CustomerRecord {
  return {
    ...commonRecord(asked, now),
    type: 'contact',
    name: [asked.first_name, asked.last_name].filter((part) => part !== undefined).join(' '),
    firstName: asked.first_name ?? null,
    lastName: asked.last_name,
    vatNumber: null,
    preferredCurrency: null,
    salutation: asked.salutation ?? null,
    gender: asked.gender ?? 'unknown',
    birthdate: asked.birthdate ?? null,
  };
}

function commonRecord(asked: CompanyBody | ContactBody, now: number) {
  return {
    id: randomUUID(),
    status: 'active',
    nationalIdentificationNumber: asked.national_identification_number ?? null,
    emails: asked.emails ?? [],
    telephones: asked.telephones ?? [],
    website: asked.website ?? null,
    addresses: asked.addresses ?? [],
    iban: asked.iban ?? null,
    bic: asked.bic ?? null,
    language: asked.language ?? null,
    paymentTerm: null,
    remarks: asked.remarks ?? null,
    tags: asked.tags ?? [],
    marketingMailsConsent: asked.marketing_mails_consent ?? false,
    addedAt: instant(now),
    updatedAt: instant(now),
  } as const;
}
