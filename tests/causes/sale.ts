/** A business with one invoice, plain but for what a case makes of it. */
import type {
  Business,
  BusinessCustomer,
  BusinessDocument,
  BusinessTaxRate,
  HandBookedEntry,
} from '../sandbox/business/business.ts';
import { type LineDraft, lineOf, totalsOf } from '../sandbox/business/totals.ts';
import type { LedgerEntry } from '../sandbox/exact/ledger.ts';
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import type { World } from '../unit/sync/world.ts';

interface Sale {
  readonly customer?: Partial<BusinessCustomer>;
  readonly line?: Partial<LineDraft>;
  /** Of the only line. */
  readonly taxRate?: Pick<BusinessTaxRate, 'kind' | 'rate'>;
  /** Of its product, by name. */
  readonly category?: string;
  readonly document?: Partial<BusinessDocument>;
  /** Where Teamleader states another than its lines come to. */
  readonly totals?: Partial<BusinessDocument['totals']>;
  readonly business?: (business: Business) => Business;
  readonly bookedByHand?: (document: Dated) => readonly HandBookedEntry[];
}

type Dated = BusinessDocument & { readonly number: string; readonly date: string };

const ORDINARY = { kind: 'domestic', rate: '0.21' } as const;

export const taxRateOf = (
  { taxRates, companyEntity }: Business,
  { kind, rate }: NonNullable<Sale['taxRate']> = ORDINARY,
) => {
  const found = taxRates.find(
    (one) => one.companyEntityId === companyEntity.id && one.kind === kind && one.rate === rate,
  );
  if (found === undefined) throw new Error('The business has no such tax rate.');
  return found;
};

/** A hundred euros and 21 %, unless it is said otherwise, on the first open day. */
export const sale = (told: Sale = {}, options: SandboxOptions = {}): SandboxOptions => ({
  ...options,
  documents: 1,
  story: (business) => tell(told.business?.(business) ?? business, told),
});

function tell(
  business: Business,
  { customer = {}, line, taxRate, category, document: change, totals, bookedByHand }: Sale,
): Business {
  const [template] = business.documents;
  const [first, ...others] = business.customers;
  if (template === undefined || first === undefined) throw new Error('The business is empty.');
  const buyer = { ...first, ...customer };
  const { id: taxRateId, rate } = taxRateOf(business, taxRate);
  const productCategoryId = business.productCategories.find(({ name }) => name === category)?.id ?? null;
  const currency = change?.currency ?? 'EUR';
  const draft = { description: 'Advies', quantity: '1', unitPrice: '100', discount: null, section: '' };
  const lines = change?.lines ?? [lineOf({ ...draft, taxRateId, rate, productCategoryId, ...line }, currency)];
  const discounts = change?.discounts ?? [];
  const date = business.openFrom;
  const number = `${date.slice(0, 4)} / 1`;
  const document = {
    ...template,
    kind: 'invoice' as const,
    companyEntityId: business.companyEntity.id,
    status: 'outstanding' as const,
    number,
    date,
    dueOn: date,
    customerId: buyer.id,
    currency,
    exchangeRate: null,
    lines,
    discounts,
    creditsInvoiceId: null,
    expected: 'booked' as const,
    ...change,
    totals: { ...totalsOf(lines, discounts, currency, () => rate), ...totals },
  };
  return {
    ...business,
    customers: [buyer, ...others],
    documents: [document],
    bookedByHand: bookedByHand?.({ ...document, number, date }) ?? [],
  };
}

/** What somebody typed into Exact: it equals the ordinary sale unless it is said otherwise. */
export const byHand = ({ customerId, date, number }: Dated, change: Partial<HandBookedEntry>): HandBookedEntry => ({
  documentId: null,
  customerId,
  journal: '70',
  entryNumber: 700_001,
  date,
  yourRef: number,
  description: 'Met de hand geboekt',
  currency: 'EUR',
  lines: [{ glAccountCode: '700000', vatCode: '4', net: '100.00', vat: '21.00' }],
  ...change,
});

/** The only document. */
export function documentIn({ sandbox: { business } }: World): BusinessDocument {
  const [document] = business.documents;
  if (document === undefined) throw new Error('The business has no document.');
  return document;
}

/** Its entry. */
export function entryIn(world: World): LedgerEntry {
  const { id } = documentIn(world);
  const entry = [...world.sandbox.exact.ledger.entries.values()].find(({ link }) => link?.includes(id));
  if (entry === undefined) throw new Error('The document is not booked.');
  return entry;
}
