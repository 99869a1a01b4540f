import type { z } from 'zod';
import type { Customer, CustomerDraft } from '../accounting/facts.ts';
import type { Failure } from '../http/failure.ts';
import { ok, type Result } from '../result.ts';
import { readCompany, readContact, readCustomerIdentity } from './read-customer.ts';
import { eachOf } from './rows.ts';
import { addedSchema, companySchema, contactSchema, remarksSchema } from './schemas.ts';
import { companyBody, contactBody } from './write-bodies.ts';

/** Companies and contacts, as far as they are brought in from Exact. */
export interface TeamleaderCustomers {
  /**
   * All of them; two calls at least, one for each hundred of either. Of one that is not understood, as much as tells who it
   * is.
   * @param updatedSince only what is new or changed since; ISO date-time with offset and without fraction, or null for all
   */
  allCustomers(updatedSince: string | null): Promise<Result<readonly Customer[], Failure>>;
  /** What people, or we, wrote of a customer. One call. */
  remarksOf(customer: Pick<Customer, 'type' | 'id'>): Promise<Result<string, Failure>>;
  /** Gives the new company's or contact's id. One call, never repeated. */
  addCustomer(draft: CustomerDraft): Promise<Result<string, Failure>>;
}

type Body = Readonly<Record<string, unknown>>;

interface Calls {
  list<T>(method: string, body: Body, row: z.ZodType<T>): Promise<Result<readonly T[], Failure>>;
  call<T>(method: string, body: Body, data: z.ZodType<T>, effect?: 'reads' | 'writes'): Promise<Result<T, Failure>>;
}

export const customersOver = ({ list, call }: Calls): TeamleaderCustomers => ({
  async allCustomers(updatedSince) {
    const all = {
      ...(updatedSince === null ? {} : { filter: { updated_since: updatedSince } }),
      // What is added while pages are read comes last, and moves nothing.
      sort: [
        { field: 'added_at', order: 'asc' },
        { field: 'name', order: 'asc' },
      ],
    };
    const companies = await list('companies.list', all, eachOf(companySchema));
    if (!companies.ok) return companies;
    const contacts = await list('contacts.list', all, eachOf(contactSchema));
    if (!contacts.ok) return contacts;
    const customers = [
      ...companies.value.map((row) => (row.ok ? readCompany(row.value) : readCustomerIdentity('company', row.error))),
      ...contacts.value.map((row) => (row.ok ? readContact(row.value) : readCustomerIdentity('contact', row.error))),
    ];
    // Each once, since what changes while pages are read may come twice.
    return ok([...new Map(customers.map((customer) => [customer.id, customer])).values()]);
  },

  remarksOf: ({ type, id }) => call(type === 'company' ? 'companies.info' : 'contacts.info', { id }, remarksSchema),

  addCustomer: (draft) =>
    draft.type === 'company'
      ? call('companies.add', companyBody(draft), addedSchema, 'writes')
      : call('contacts.add', contactBody(draft), addedSchema, 'writes'),
});
