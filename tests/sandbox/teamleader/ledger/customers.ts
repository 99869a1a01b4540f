import type { Business, BusinessCustomer, BusinessPaymentTerm } from '../../business/business.ts';

export interface CustomerAddress {
  readonly type: 'primary' | 'invoicing' | 'delivery' | 'visiting';
  readonly address: {
    readonly line_1: string | null;
    readonly postal_code: string | null;
    readonly city: string | null;
    readonly country: string;
    readonly addressee?: string | undefined;
  };
}

/** A company or a contact as Teamleader keeps it. Times are ISO date-times. */
export interface CustomerRecord {
  readonly id: string;
  readonly type: 'company' | 'contact';
  /** For a contact: first and last name. */
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly status: 'active' | 'deactivated';
  readonly vatNumber: string | null;
  readonly nationalIdentificationNumber: string | null;
  readonly emails: readonly { readonly type: string; readonly email: string }[];
  readonly telephones: readonly { readonly type: string; readonly number: string }[];
  readonly website: string | null;
  readonly addresses: readonly CustomerAddress[];
  readonly iban: string | null;
  readonly bic: string | null;
  readonly language: string | null;
  readonly preferredCurrency: string | null;
  readonly paymentTerm: BusinessPaymentTerm | null;
  readonly remarks: string | null;
  readonly tags: readonly string[];
  readonly marketingMailsConsent: boolean;
  readonly salutation: string | null;
  readonly gender: string | null;
  readonly birthdate: string | null;
  readonly addedAt: string;
  readonly updatedAt: string;
}

export function customersOf(business: Business): readonly CustomerRecord[] {
  const addedAt = business.documents[0]?.createdAt ?? `${business.startDate}T08:00:00+00:00`;
  return business.customers.map((customer) => customerRecord(customer, addedAt));
}

function customerRecord(customer: BusinessCustomer, addedAt: string): CustomerRecord {
  const { address } = customer;
  return {
    id: customer.id,
    type: customer.type,
    name: customer.name,
    firstName: customer.firstName,
    lastName: customer.lastName,
    status: 'active',
    vatNumber: customer.vatNumber,
    nationalIdentificationNumber: customer.companyNumber,
    emails: customer.email === null ? [] : [{ type: 'primary', email: customer.email }],
    telephones: customer.phone === null ? [] : [{ type: 'phone', number: customer.phone }],
    website: null,
    addresses: [
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
    iban: customer.iban,
    bic: null,
    language: customer.language,
    preferredCurrency: null,
    paymentTerm: customer.paymentTerm,
    remarks: null,
    tags: [],
    marketingMailsConsent: false,
    salutation: null,
    gender: customer.type === 'contact' ? 'unknown' : null,
    birthdate: null,
    addedAt,
    updatedAt: addedAt,
  };
}
