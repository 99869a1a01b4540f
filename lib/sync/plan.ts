import { type AccountIndex, type AccountPlan, customerKey, planAccount } from '../accounting/customer.ts';
import type {
  Customer,
  DocumentHeader,
  RateUse,
  ReferenceData,
  SalesDocument,
  SalesEntry,
} from '../accounting/facts.ts';
import { planEntry } from '../accounting/sales-entry.ts';
import type { Connection } from '../connection.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { Teamleader } from '../teamleader/client.ts';
import { causeOf } from './causes.ts';

/** What is to be done for one document: its customer's account and its entry, or why it cannot be. */
export type DocumentPlan =
  | {
      readonly kind: 'book';
      readonly document: DocumentHeader;
      readonly customer: Customer;
      readonly account: AccountPlan;
      readonly entry: SalesEntry;
    }
  | BlockedPlan;

export interface BlockedPlan {
  readonly kind: 'blocked';
  readonly document: DocumentHeader;
  readonly cause: Cause;
}

/** What Teamleader tells of some documents in full. */
export interface Details {
  readonly documents: readonly SalesDocument[];
  /** Those that it gave no answer for that could be used; the others go on. Feature F2. */
  readonly unreadable: readonly BlockedPlan[];
  /** By `type/id`. */
  readonly customers: ReadonlyMap<string, Customer>;
  /** Numbers of invoices that the credit notes among them credit, by id. */
  readonly creditedNumbers: ReadonlyMap<string, string>;
}

/** One call for each document, and one for each hundred customers and for each hundred credited invoices not known yet. */
export async function readDetails(
  teamleader: Teamleader,
  headers: readonly DocumentHeader[],
  known: Pick<Details, 'customers' | 'creditedNumbers'>,
): Promise<Result<Details, Failure>> {
  const read = await Promise.all(
    headers.map(async (header) => ({ header, answer: await teamleader.document(header.kind, header.id) })),
  );
  const documents: SalesDocument[] = [];
  const unreadable: BlockedPlan[] = [];
  for (const { header, answer } of read) {
    if (answer.ok) documents.push(answer.value);
    else if (!isOfOneDocument(answer.error)) return answer;
    else unreadable.push({ kind: 'blocked', document: header, cause: causeOf(answer.error, 'teamleader') });
  }
  const unknown = documents
    .map((document) => document.customer)
    .filter((customer) => !known.customers.has(customerKey(customer)));
  const idsOf = (type: Customer['type']) => [
    ...new Set(unknown.filter((one) => one.type === type).map((one) => one.id)),
  ];
  const customers = await teamleader.customers({ companyIds: idsOf('company'), contactIds: idsOf('contact') });
  if (!customers.ok) return customers;
  const credited = documents.flatMap(({ creditedInvoiceId: id }) =>
    id === null || known.creditedNumbers.has(id) ? [] : [id],
  );
  const invoices = await teamleader.documentsByIds('invoice', [...new Set(credited)]);
  if (!invoices.ok) return invoices;
  const customerFaults = new Map(customers.value.unreadable.map((row) => [customerKey(row), row.detail]));
  const ofUnreadable = documents.flatMap((document): BlockedPlan[] => {
    const detail = customerFaults.get(customerKey(document.customer));
    const cause = { type: 'notUnderstood', service: 'teamleader', detail: `customer.${detail}` } as const;
    return detail === undefined ? [] : [{ kind: 'blocked', document, cause }];
  });
  return ok({
    documents: documents.filter(({ customer }) => !customerFaults.has(customerKey(customer))),
    unreadable: [...unreadable, ...ofUnreadable],
    creditedNumbers: new Map([
      ...known.creditedNumbers,
      ...invoices.value.headers.map(({ id, number }) => [id, number] as const),
    ]),
    customers: new Map([
      ...known.customers,
      ...customers.value.customers.map((customer) => [customerKey(customer), customer] as const),
    ]),
  });
}

/** A failure that says nothing of the next document. */
const isOfOneDocument = ({ kind }: Failure): boolean => kind === 'notUnderstood' || kind === 'refused';

/** All that a document is planned from, beside itself. */
export interface PlanFacts extends Pick<Details, 'customers' | 'creditedNumbers'> {
  readonly accounts: AccountIndex;
  /** Whom the import has linked to accounts: `type/id` to an account's id. */
  readonly links: ReadonlyMap<string, string>;
  readonly reference: ReferenceData;
  readonly connection: Connection;
  readonly rateUse: RateUse;
}

/** Pure: decides everything about one document, so that acting on the plan decides nothing. */
export function planDocument(document: SalesDocument, facts: PlanFacts): DocumentPlan {
  const planned = planBoth(document, facts);
  return planned.ok
    ? { kind: 'book', document, ...planned.value }
    : { kind: 'blocked', document, cause: planned.error };
}

function planBoth(
  document: SalesDocument,
  { customers, creditedNumbers, accounts, links, reference, connection, rateUse }: PlanFacts,
): Result<{ customer: Customer; account: AccountPlan; entry: SalesEntry }, Cause> {
  const known = customers.get(customerKey(document.customer));
  if (known === undefined) return err({ type: 'customerMissing', name: document.customer.name });
  // A list of contacts tells no VAT number; the document does.
  const customer = { ...known, vatNumber: known.vatNumber ?? document.customer.vatNumber };
  const creditedNumber = creditedNumbers.get(document.creditedInvoiceId ?? '') ?? null;
  const entry = planEntry(document, reference, connection, { customer, creditedNumber, rateUse });
  if (!entry.ok) return entry;
  const key = customerKey(customer);
  const choice = connection.accountChoices[key] ?? links.get(key) ?? null;
  const account = planAccount(customer, accounts, reference.paymentConditions, choice);
  if (!account.ok) return account;
  return ok({ customer, account: account.value, entry: entry.value });
}
