import { z } from 'zod';
import { currency, date, dateTime, id, ids, includes, page, sort } from './schemas.ts';

const primaryEmail = z.strictObject({ type: z.literal('primary'), email: z.string() });
const tags = z.array(z.string());
const status = z.enum(['active', 'deactivated']);

const commonFilter = {
  ids,
  email: primaryEmail.optional(),
  term: z.string().optional(),
  updated_since: dateTime.optional(),
  tags: tags.optional(),
  status: status.optional(),
  marketing_mails_consent: z.boolean().optional(),
};
const commonList = {
  page,
  sort: sort('name', 'added_at', 'updated_at'),
  includes: includes('custom_fields', 'price_list'),
};

export const companiesList = z.strictObject({
  ...commonList,
  filter: z
    .strictObject({
      ...commonFilter,
      vat_number: z.string().optional(),
      national_identification_number: z.string().optional(),
    })
    .optional(),
});

export const contactsList = z.strictObject({
  ...commonList,
  filter: z.strictObject({ ...commonFilter, company_id: id.nullable().optional() }).optional(),
});

export const companiesInfo = z.strictObject({ id, includes: includes('related_companies', 'related_contacts') });

const address = z.strictObject({
  line_1: z.string().nullable(),
  postal_code: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().length(2),
  area_level_two_id: id.optional(),
  addressee: z.string().optional(),
});

/** An empty text where a value may be left out is refused. */
const filled = z.string().min(1, 'must not be empty');

const commonAdd = {
  website: filled.optional(),
  addresses: z
    .array(z.strictObject({ type: z.enum(['primary', 'invoicing', 'delivery', 'visiting']), address }))
    .optional(),
  iban: filled.optional(),
  bic: filled.optional(),
  language: filled.optional(),
  national_identification_number: filled.optional(),
  remarks: filled.optional(),
  tags: tags.optional(),
  custom_fields: z.array(z.strictObject({ id, value: z.unknown() })).optional(),
  marketing_mails_consent: z.boolean().optional(),
};

export const companiesAdd = z.strictObject({
  ...commonAdd,
  name: filled,
  business_type_id: id.optional(),
  vat_number: filled.optional(),
  emails: z.array(z.strictObject({ type: z.enum(['primary', 'invoicing']), email: z.email() })).optional(),
  telephones: z.array(z.strictObject({ type: z.enum(['phone', 'fax']), number: filled })).optional(),
  responsible_user_id: id.optional(),
  preferred_currency: currency.optional(),
  price_list_id: id.optional(),
});

export const contactsAdd = z.strictObject({
  ...commonAdd,
  last_name: filled,
  first_name: filled.optional(),
  salutation: filled.optional(),
  emails: z.array(primaryEmail.extend({ email: z.email() })).optional(),
  telephones: z.array(z.strictObject({ type: z.enum(['phone', 'mobile', 'fax']), number: filled })).optional(),
  gender: z.enum(['female', 'male', 'non_binary', 'prefers_not_to_say', 'unknown']).nullable().optional(),
  birthdate: date.optional(),
});
