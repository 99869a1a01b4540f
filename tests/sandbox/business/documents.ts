import type { Business, BusinessCustomer, BusinessDocument, BusinessTaxRate } from './business.ts';
import type { Cast } from './customers.ts';
import type { Random } from './random.ts';
import { decimals, type LineDraft, lineOf, totalsOf } from './totals.ts';
import { structuredReference } from './vat-numbers.ts';

export interface DocumentWorld {
  readonly country: 'BE' | 'NL';
  readonly startDate: string;
  readonly openFrom: string;
  readonly today: string;
  readonly companyEntityId: string;
  readonly otherCompanyEntityId: string;
  readonly taxRates: readonly BusinessTaxRate[];
  readonly productCategories: Business['productCategories'];
  readonly blockedCategoryId: string;
  readonly cast: Cast;
}

/** What is out of the ordinary about a document, or nothing. */
export type Story =
  | 'plain'
  | 'draft'
  | 'otherEntity'
  | 'adopted'
  | 'customerBlocked'
  | 'vatNumberInvalid'
  | 'glAccountBlocked'
  | 'entryNumberTaken';

const RATES_OF_EXCHANGE: Readonly<Record<string, string>> = { USD: '0.9214', GBP: '1.1684', JPY: '0.006127' };
const GOODS = [
  'Consultancy',
  'Ontwikkeling webshop',
  'Onderhoudscontract',
  'Licentie per gebruiker',
  'Hosting',
  'Workshop',
  'Drukwerk',
  'Installatie ter plaatse',
  'Ontwerp huisstijl',
  'Verplaatsingskosten',
  'Levering materiaal',
  'Analyse en advies',
];
const DAY_MS = 86_400_000;

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Numbers run on per company entity, book year and kind. */
export class Numbering {
  readonly #last = new Map<string, number>();

  next(entityId: string, kind: BusinessDocument['kind'], date: string): string {
    const year = date.slice(0, 4);
    const key = `${entityId}/${kind}/${year}`;
    const sequence = (this.#last.get(key) ?? 0) + 1;
    this.#last.set(key, sequence);
    return kind === 'invoice' ? `${year} / ${sequence}` : `${year}/${sequence}`;
  }
}

export function documentOf(
  random: Random,
  world: DocumentWorld,
  numbering: Numbering,
  story: Story,
  date: string,
  index: number,
  credited: BusinessDocument | null,
): BusinessDocument {
  const kind = credited !== null || (story === 'plain' && index % 40 === 17) ? 'creditNote' : 'invoice';
  const customer = credited === null ? customerOf(random, world, story) : customerWithId(world, credited.customerId);
  const entityId = story === 'otherEntity' ? world.otherCompanyEntityId : world.companyEntityId;
  const currency = credited?.currency ?? currencyOf(customer);
  const lines =
    credited?.lines.filter((_, line) => line === 0 || random.chance(0.7)) ??
    draftLines(random, world, story, customer, entityId, currency).map((line) => lineOf(line, currency));
  const discounts = credited?.discounts ?? discountsOf(random);
  const rateOf = (id: string) => world.taxRates.find((rate) => rate.id === id)?.rate ?? '0';
  const isDraft = story === 'draft';
  return {
    id: random.uuid(),
    legacyId: 1_000_000 + index,
    kind,
    companyEntityId: entityId,
    status: isDraft ? 'draft' : random.chance(0.3) ? 'matched' : 'outstanding',
    number: isDraft ? null : numbering.next(entityId, kind, date),
    date: isDraft ? null : date,
    dueOn: isDraft || kind === 'creditNote' ? null : addDays(date, customer.paymentTerm?.type === 'cash' ? 0 : 30),
    customerId: customer.id,
    currency,
    exchangeRate: currency === 'EUR' ? null : (RATES_OF_EXCHANGE[currency] ?? null),
    paymentTerm: customer.paymentTerm ?? { type: 'after_invoice_date', days: 30 },
    paymentReference:
      kind === 'invoice' && world.country === 'BE' && random.chance(0.8) ? structuredReference(random) : null,
    purchaseOrderNumber: random.chance(0.2) ? `PO-${random.whole(1000, 9999)}` : null,
    discounts,
    lines,
    totals: totalsOf(lines, discounts, currency, rateOf),
    creditsInvoiceId: credited?.id ?? null,
    expected: expectedOf(story, date, world),
    createdAt: `${date}T09:12:00+00:00`,
    updatedAt: `${date}T${String(8 + (index % 10)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00+00:00`,
  };
}

function expectedOf(story: Story, date: string, world: DocumentWorld): BusinessDocument['expected'] {
  if (story === 'draft' || story === 'otherEntity' || date < world.startDate) return 'notInScope';
  switch (story) {
    case 'adopted':
      return 'adopted';
    case 'customerBlocked':
    case 'vatNumberInvalid':
    case 'glAccountBlocked':
    case 'entryNumberTaken':
      return { blocked: story };
    default:
      return date < world.openFrom ? { blocked: 'periodClosed' } : 'booked';
  }
}

function customerOf(random: Random, world: DocumentWorld, story: Story): BusinessCustomer {
  const { cast } = world;
  if (story === 'customerBlocked') return cast.blockedInExact;
  if (story === 'vatNumberInvalid') return cast.invalidVatNumber;
  if (story === 'adopted') return random.pick(cast.domestic.filter((customer) => customer.inExact === 'yes'));
  return story === 'plain' && random.chance(0.16) ? random.pick(cast.abroad) : random.pick(cast.domestic);
}

function customerWithId({ cast }: DocumentWorld, id: string): BusinessCustomer {
  const found = [...cast.domestic, ...cast.abroad, cast.blockedInExact, cast.invalidVatNumber].find(
    (one) => one.id === id,
  );
  if (found === undefined) throw new RangeError(`No customer ${id}`);
  return found;
}

function currencyOf(customer: BusinessCustomer): string {
  const currencies: Readonly<Record<string, string>> = { US: 'USD', GB: 'GBP', JP: 'JPY' };
  return currencies[customer.address.country] ?? 'EUR';
}

function draftLines(
  random: Random,
  world: DocumentWorld,
  story: Story,
  customer: BusinessCustomer,
  entityId: string,
  currency: string,
): LineDraft[] {
  const rates = ratesFor(customer, world, entityId);
  const categories = world.productCategories.filter((category) => category.id !== world.blockedCategoryId);
  const count = random.chance(0.05) ? random.whole(12, 30) : random.whole(1, 6);
  const lines = Array.from({ length: count }, (_, index): LineDraft => {
    const rate = random.pick(rates);
    const isText = index > 0 && random.chance(0.06);
    const isNegative = index > 1 && random.chance(0.08);
    const digits = decimals(currency) === 0 ? 0 : random.chance(0.15) ? 3 : 2;
    const price = (random.whole(1_000, 240_000) / 100) * (currency === 'JPY' ? 150 : 1);
    return {
      description: random.pick(GOODS),
      quantity: isText ? '0' : random.pick(['1', '2', '3', '7.5', '10', '0.25', '12']),
      unitPrice: isText ? '0' : `${isNegative ? '-' : ''}${(isNegative ? price / 20 : price).toFixed(digits)}`,
      discount: random.chance(0.12) ? random.pick(['5', '10', '33.33', '12.5', '100']) : null,
      taxRateId: rate.id,
      rate: rate.rate,
      productCategoryId: random.chance(0.6) ? random.pick(categories).id : null,
      section: index > 2 && random.chance(0.3) ? 'Extra' : '',
    };
  });
  if (story !== 'glAccountBlocked') return lines;
  return lines.map((line, index) =>
    index === 0
      ? { ...line, quantity: '1', unitPrice: '100.00', discount: null, productCategoryId: world.blockedCategoryId }
      : line,
  );
}

const EU_ABROAD: ReadonlySet<string> = new Set(['FR', 'DE', 'LU']);

/** The rates that fit where the customer is: at home, elsewhere in the EU, or outside. */
function ratesFor(customer: BusinessCustomer, world: DocumentWorld, entityId: string): readonly BusinessTaxRate[] {
  const rates = world.taxRates.filter((rate) => rate.companyEntityId === entityId);
  const ofKinds = (...kinds: BusinessTaxRate['kind'][]) => rates.filter((rate) => kinds.includes(rate.kind));
  const { country } = customer.address;
  if (country === world.country) {
    const isBuilder = customer.name.includes('Bouw');
    return isBuilder ? ofKinds('domestic', 'reverseCharge') : ofKinds('domestic');
  }
  return EU_ABROAD.has(country) ? ofKinds('intraCommunityGoods', 'intraCommunityServices') : ofKinds('export');
}

function discountsOf(random: Random): BusinessDocument['discounts'] {
  if (!random.chance(0.12)) return [];
  const first = { percentage: random.pick(['5', '10', '2.5', '33.33']), description: 'Klantenkorting' };
  return random.chance(0.3) ? [first, { percentage: '3', description: 'Actie' }] : [first];
}
