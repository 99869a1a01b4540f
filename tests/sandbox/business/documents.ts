import { structuredReference } from './bank.ts';
import { DEFAULT_PAYMENT_TERM } from './books.ts';
import type { BusinessCustomer, BusinessDocument, BusinessPaymentTerm } from './business.ts';
import { addDays, type Calendar, endOfMonth } from './calendar.ts';
import type { Cast } from './customers.ts';
import { type LinesWorld, linesOf } from './lines.ts';
import type { Random } from './random.ts';
import { byTurns, type PlannedDocument, planDocuments, type Story } from './stories.ts';
import { totalsOf } from './totals.ts';

export interface DocumentsWorld extends LinesWorld {
  readonly country: 'BE' | 'NL';
  readonly calendar: Calendar;
  readonly companyEntityId: string;
  readonly otherCompanyEntityId: string;
  readonly cast: Cast;
}

/** What a document is about, before it has a number and totals. */
interface Matter {
  readonly customerId: string;
  readonly paymentTerm: BusinessPaymentTerm;
  readonly currency: string;
  readonly lines: BusinessDocument['lines'];
  readonly discounts: BusinessDocument['discounts'];
  readonly creditsInvoiceId: string | null;
}

/** So many documents of all kinds, in order of date, so that numbers run with the days. */
export function tellDocuments(random: Random, world: DocumentsWorld, count: number): BusinessDocument[] {
  const documents: BusinessDocument[] = [];
  const numberFor = numbering();
  for (const [index, planned] of planDocuments(random, world.calendar, count).entries()) {
    const matter = creditOf(random, planned, documents) ?? saleOf(random, world, planned);
    documents.push(documentOf(random, world, planned, matter, index, numberFor));
  }
  return documents;
}

type NumberFor = (entityId: string, kind: BusinessDocument['kind'], date: string) => string;

/** Numbers run on per company entity, kind and book year. */
function numbering(): NumberFor {
  const last = new Map<string, number>();
  return (entityId, kind, date) => {
    const year = date.slice(0, 4);
    const series = `${entityId}/${kind}/${year}`;
    const sequence = (last.get(series) ?? 0) + 1;
    last.set(series, sequence);
    return kind === 'invoice' ? `${year} / ${sequence}` : `${year}/${sequence}`;
  };
}

function documentOf(
  random: Random,
  world: DocumentsWorld,
  { story, date }: PlannedDocument,
  matter: Matter,
  index: number,
  numberFor: NumberFor,
): BusinessDocument {
  const kind = story.startsWith('creditNote') ? 'creditNote' : 'invoice';
  const companyEntityId = entityOf(story, world);
  const isDraft = story === 'draft';
  const rateOf = (id: string) => world.taxRates.find((rate) => rate.id === id)?.rate ?? '0';
  return {
    ...matter,
    id: random.uuid(),
    legacyId: 1_000_000 + index,
    kind,
    companyEntityId,
    status: isDraft ? 'draft' : random.chance(0.3) ? 'matched' : 'outstanding',
    number: isDraft ? null : numberFor(companyEntityId, kind, date),
    date: isDraft ? null : date,
    dueOn: isDraft || kind === 'creditNote' ? null : dueOn(date, matter.paymentTerm),
    exchangeRate: story === 'exchangeRateUnclear' ? MISTYPED_RATE : (RATES_OF_EXCHANGE[matter.currency] ?? null),
    paymentReference:
      kind === 'invoice' && world.country === 'BE' && random.chance(0.8) ? structuredReference(random) : null,
    purchaseOrderNumber: random.chance(0.2) ? `PO-${random.whole(1000, 9999)}` : null,
    totals: totalsOf(matter.lines, matter.discounts, matter.currency, rateOf),
    expected: expectedOf(story),
    createdAt: `${date}T09:12:00+00:00`,
    updatedAt: `${date}T${10 + (index % 10)}:${String(index % 60).padStart(2, '0')}:00+00:00`,
  };
}

const entityOf = (story: Story, world: DocumentsWorld): string =>
  story === 'otherEntity' ? world.otherCompanyEntityId : world.companyEntityId;

function dueOn(date: string, term: BusinessPaymentTerm): string {
  if (term.type === 'cash') return date;
  const due = addDays(date, term.days);
  return term.type === 'end_of_month' ? endOfMonth(due) : due;
}

function expectedOf(story: Story): BusinessDocument['expected'] {
  switch (story) {
    case 'draft':
    case 'otherEntity':
    case 'beforeStart':
      return 'notInScope';
    case 'adopted':
      return 'adopted';
    case 'periodClosed':
    case 'customerBlocked':
    case 'vatNumberInvalid':
    case 'glAccountBlocked':
    case 'entryNumberTaken':
    case 'glAccountUnfit':
    case 'glAccountMissing':
    case 'taxRateNotLinked':
    case 'customerAmbiguous':
    case 'vatNumberNeeded':
    case 'currencyNotActive':
    case 'exchangeRateUnclear':
      return { blocked: story };
    default:
      return 'booked';
  }
}

function saleOf(random: Random, world: DocumentsWorld, { story, turn }: PlannedDocument): Matter {
  const customer = customerFor(random, world.cast, story, turn);
  const currency = CURRENCIES[customer.address.country] ?? 'EUR';
  return {
    customerId: customer.id,
    paymentTerm: customer.paymentTerm ?? DEFAULT_PAYMENT_TERM,
    currency,
    lines: linesOf(random, world, story, entityOf(story, world), currency),
    discounts: discountsFor(random, story),
    creditsInvoiceId: null,
  };
}

/** Credits an earlier invoice that was not credited before, by turns in part and wholly; null where there is none. */
function creditOf(
  random: Random,
  { story, turn }: PlannedDocument,
  earlier: readonly BusinessDocument[],
): Matter | null {
  if (story === 'creditNoteAgain') return restOf(random, earlier);
  if (story !== 'creditNote') return null;
  const isWhole = turn % 2 === 1;
  const credited = new Set(earlier.map((document) => document.creditsInvoiceId));
  const open = earlier.filter(
    ({ id, kind, expected, lines }) =>
      kind === 'invoice' && expected === 'booked' && !credited.has(id) && (isWhole || lines.length > 1),
  );
  if (open.length === 0) return null;
  const { id, customerId, paymentTerm, currency, lines, discounts } = random.pick(open);
  return {
    customerId,
    paymentTerm,
    currency,
    lines: isWhole ? lines : lines.slice(0, random.whole(1, lines.length - 1)),
    discounts,
    creditsInvoiceId: id,
  };
}

/** Credits what an earlier credit note left of its invoice; null where there is none. */
function restOf(random: Random, earlier: readonly BusinessDocument[]): Matter | null {
  const rests = earlier.flatMap(({ creditsInvoiceId, lines: credited }): Matter[] => {
    const invoice = earlier.find(({ id }) => id === creditsInvoiceId);
    if (invoice === undefined || invoice.lines.length === credited.length) return [];
    const lines = invoice.lines.slice(credited.length);
    const isWorthIt = lines.reduce((total, { net }) => total + Number(net), 0) > 0;
    return isWorthIt ? [{ ...invoice, lines, creditsInvoiceId: invoice.id }] : [];
  });
  return rests.length === 0 ? null : random.pick(rests);
}

const CURRENCIES: Readonly<Record<string, string>> = { US: 'USD', GB: 'GBP', JP: 'JPY', SE: 'SEK' };

/** Euros for one unit. */
const RATES_OF_EXCHANGE: Readonly<Record<string, string>> = {
  USD: '0.9214',
  GBP: '1.1684',
  JPY: '0.006127',
  SEK: '0.0874',
};
/** Of dollars, with the point in the wrong place. */
const MISTYPED_RATE = '0.09214';

function customerFor(random: Random, cast: Cast, story: Story, turn: number): BusinessCustomer {
  switch (story) {
    case 'customerBlocked':
      return cast.blockedInExact;
    case 'vatNumberInvalid':
      return cast.invalidVatNumber;
    case 'customerAmbiguous':
      return cast.twiceInExact;
    case 'vatNumberNeeded':
      return cast.withoutVatNumber;
    case 'vatNumberOnInvoice':
      return cast.soleTrader;
    case 'currencyNotActive':
      return cast.ofAnotherCurrency;
    case 'exchangeRateUnclear':
      return byTurns(cast.overseas, 0);
    case 'adopted':
      return random.pick(cast.domestic.filter((customer) => customer.inExact === 'yes'));
    case 'reverseCharge':
      return random.pick(cast.domestic.filter((customer) => customer.type === 'company'));
    case 'goodsToEu':
    case 'servicesToEu':
      return byTurns(cast.inTheEu, turn);
    case 'foreignCurrency':
      return byTurns(cast.overseas, turn);
    default:
      return random.pick(cast.domestic);
  }
}

function discountsFor(random: Random, story: Story): BusinessDocument['discounts'] {
  const usual = { percentage: random.pick(['5', '10', '2.5', '33.33']), description: 'Klantenkorting' };
  if (story === 'discounted') return [usual, { percentage: '3', description: 'Actie' }];
  return random.chance(0.12) ? [usual] : [];
}
