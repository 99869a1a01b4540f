import type { CustomerDraft } from '../accounting/facts.ts';

/** What is null is left out: Teamleader refuses an empty text. */
export const companyBody = (draft: CustomerDraft) => ({
  ...shared(draft),
  name: draft.name,
  ...given('vat_number', draft.vatNumber),
  ...given('national_identification_number', draft.companyNumber),
});

/** The name's last part is what remains after the first name. */
export const contactBody = (draft: CustomerDraft) => ({
  ...shared(draft),
  ...given('first_name', draft.firstName),
  last_name: draft.firstName === null ? draft.name : draft.name.slice(draft.firstName.length).trim(),
});

const shared = ({ email, phone, website, language, address, remarks }: CustomerDraft) => ({
  ...given('emails', email && [{ type: 'primary', email }]),
  ...given('telephones', phone && [{ type: 'phone', number: phone }]),
  ...given('website', website),
  ...given('language', language),
  ...given(
    'addresses',
    address && [
      {
        type: 'primary',
        address: {
          line_1: address.line1,
          postal_code: address.postalCode,
          city: address.city,
          country: address.country,
        },
      },
    ],
  ),
  remarks,
});

const given = <Name extends string, T>(name: Name, value: T | null | '') =>
  value === null || value === '' ? {} : { [name]: value };
