import { glAccountsOf, journalsOf, PAYMENT_CONDITIONS, RATES, vatCodesOf } from './books.ts';
import type { Business, BusinessDocument, BusinessTaxRate, HandBookedEntry } from './business.ts';
import { castOf } from './customers.ts';
import { addDays, type DocumentWorld, documentOf, Numbering, type Story } from './documents.ts';
import { Random } from './random.ts';
import { belgianNumber, dutchNumber } from './vat-numbers.ts';

export interface BusinessOptions {
  readonly seed: number;
  readonly country: 'BE' | 'NL';
  /** How many documents in all: drafts, older ones and those of the other company entity included. */
  readonly documents: number;
  /** YYYY-MM-DD */
  readonly today?: string;
}

const FIRST_DAY = '2025-11-03';

/** A believable small business with its customers, documents and books; the same for the same options. */
export function createBusiness({ seed, country, documents, today = '2026-11-20' }: BusinessOptions): Business {
  const random = new Random(seed);
  const vatNumber = country === 'BE' ? belgianNumber(random) : dutchNumber(random);
  const companyEntity = {
    id: random.uuid(),
    name: country === 'BE' ? 'Studio Noord BV' : 'Studio Noord B.V.',
    vatNumber,
    currency: 'EUR',
  };
  const otherCompanyEntity = { ...companyEntity, id: random.uuid(), name: 'Studio Noord Events' };
  const taxRates = [companyEntity, otherCompanyEntity].flatMap((entity) =>
    RATES[country].map((rate): BusinessTaxRate => ({ ...rate, id: random.uuid(), companyEntityId: entity.id })),
  );
  const glAccounts = glAccountsOf(country, random);
  const revenueCodes = glAccounts.filter((account) => account.type === 110).map((account) => account.code);
  const category = (name: string, glAccountCode: string | null) => ({ id: random.uuid(), name, glAccountCode });
  const blockedCategory = category('Oude activiteit', glAccounts.find((account) => account.isBlocked)?.code ?? null);
  const productCategories = [
    category('Diensten', revenueCodes[0] ?? null),
    category('Handelsgoederen', revenueCodes[1] ?? null),
    category('Licenties', revenueCodes[2] ?? null),
    category('Varia', null),
    blockedCategory,
  ];
  const world: DocumentWorld = {
    country,
    startDate: '2026-01-01',
    openFrom: '2026-02-01',
    today,
    companyEntityId: companyEntity.id,
    otherCompanyEntityId: otherCompanyEntity.id,
    taxRates,
    productCategories,
    blockedCategoryId: blockedCategory.id,
    cast: castOf(random, country, documents),
  };
  const told = tellDocuments(random, world, documents);
  const { cast } = world;
  return {
    seed,
    country,
    today,
    startDate: world.startDate,
    companyEntity,
    otherCompanyEntity,
    users: {
      teamleader: {
        id: random.uuid(),
        firstName: 'Lotte',
        lastName: 'Peeters',
        email: 'lotte@studionoord.example',
        password: 'teamleader',
        language: 'nl',
      },
      exact: {
        id: random.uuid(),
        firstName: 'Koen',
        lastName: 'Maes',
        email: 'koen@boekhouding.example',
        password: 'exact',
        language: 'nl',
      },
    },
    division: {
      code: country === 'BE' ? 3_456_789 : 2_345_678,
      name: companyEntity.name,
      country,
      currency: 'EUR',
      vatNumber,
      chamberOfCommerce: vatNumber.replace(/\D/g, '').slice(0, 10),
    },
    taxRates,
    vatCodes: vatCodesOf(country),
    glAccounts,
    journals: journalsOf(random),
    paymentConditions: PAYMENT_CONDITIONS,
    paymentTerms: [
      { id: random.uuid(), term: { type: 'after_invoice_date', days: 30 }, isDefault: true },
      { id: random.uuid(), term: { type: 'after_invoice_date', days: 14 }, isDefault: false },
      { id: random.uuid(), term: { type: 'end_of_month', days: 30 }, isDefault: false },
      { id: random.uuid(), term: { type: 'cash' }, isDefault: false },
    ],
    productCategories,
    customers: [...cast.domestic, ...cast.abroad, cast.blockedInExact, cast.invalidVatNumber],
    documents: told,
    bookedByHand: handBooked(
      random,
      told,
      glAccounts[0]?.code ?? '',
      taxRates,
      cast.domestic.find((one) => one.inExact === 'yes')?.id ?? '',
    ),
    openFrom: world.openFrom,
  };
}

/** Spread over the months up to today, in order of date, so that numbers run with the days. */
function tellDocuments(random: Random, world: DocumentWorld, count: number): BusinessDocument[] {
  const numbering = new Numbering();
  const days = Math.round((Date.parse(world.today) - Date.parse(FIRST_DAY)) / 86_400_000);
  const dates = Array.from({ length: count }, () => addDays(FIRST_DAY, Math.floor(random.next() ** 0.8 * days))).sort();
  const stories = storiesOf(random, dates, world);
  const documents: BusinessDocument[] = [];
  // The closed period holds two documents at the most; what else would fall in it is dated before the start.
  let inClosedPeriod = 0;
  for (const [index, drawn] of dates.entries()) {
    const isClosed = drawn >= world.startDate && drawn < world.openFrom;
    if (isClosed) inClosedPeriod += 1;
    const date = isClosed && (inClosedPeriod > 2 || count < 50) ? addDays(world.startDate, -1) : drawn;
    const story = date < world.openFrom && stories[index] !== 'draft' ? 'plain' : (stories[index] ?? 'plain');
    const credited =
      story === 'plain' && date >= world.openFrom && random.chance(0.08) ? creditable(random, documents, world) : null;
    documents.push(documentOf(random, world, numbering, story, date, index, credited));
  }
  return documents;
}

function creditable(
  random: Random,
  documents: readonly BusinessDocument[],
  world: DocumentWorld,
): BusinessDocument | null {
  const candidates = documents.filter(
    (one) => one.kind === 'invoice' && one.expected === 'booked' && one.companyEntityId === world.companyEntityId,
  );
  return candidates.length === 0 ? null : random.pick(candidates);
}

/** The exceptions, each at a place late enough to be in scope. */
function storiesOf(random: Random, dates: readonly string[], world: DocumentWorld): Story[] {
  const stories: Story[] = dates.map(() =>
    random.chance(0.04) ? 'draft' : random.chance(0.05) ? 'otherEntity' : 'plain',
  );
  if (dates.length < 50) return stories;
  const first = dates.findIndex((date) => date >= world.openFrom);
  const adopted: Story[] = Array.from({ length: Math.max(2, Math.round(dates.length * 0.02)) }, () => 'adopted');
  const planned: Story[] = ['customerBlocked', 'vatNumberInvalid', 'glAccountBlocked', 'entryNumberTaken', ...adopted];
  const step = Math.floor((dates.length - first) / (planned.length + 1));
  for (const [index, story] of planned.entries()) stories[first + (index + 1) * step] = story;
  return stories;
}

/** Entries somebody typed: for the adopted documents, and one that sits on a number which a document will want. */
function handBooked(
  random: Random,
  documents: readonly BusinessDocument[],
  glAccountCode: string,
  taxRates: readonly BusinessTaxRate[],
  otherCustomerId: string,
): HandBookedEntry[] {
  const forms = [
    (number: string) => number,
    (number: string) => number.replaceAll(' ', ''),
    (number: string) => `INV ${number.replaceAll(' ', '')}`,
  ];
  const entries: HandBookedEntry[] = [];
  for (const document of documents) {
    if (document.number === null || document.date === null) continue;
    const [year = '', sequence = ''] = document.number.split('/').map((part) => part.trim());
    const derived = (Number(year) % 100) * 1_000_000 + Number(sequence);
    if (document.expected === 'adopted') {
      entries.push({
        documentId: document.id,
        customerId: document.customerId,
        journal: '70',
        entryNumber: entries.length % 2 === 0 ? 26_700_001 + entries.length : derived,
        date: document.date,
        yourRef: random.pick(forms)(document.number),
        description: 'Met de hand geboekt',
        currency: document.currency,
        lines: document.totals.taxes.map((tax) => ({
          glAccountCode,
          vatCode: vatCodeFor(document, tax.rate, taxRates),
          net: tax.base,
          vat: tax.vat,
        })),
      });
    } else if (typeof document.expected === 'object' && document.expected.blocked === 'entryNumberTaken') {
      entries.push({
        documentId: null,
        customerId: otherCustomerId,
        journal: document.kind === 'invoice' ? '70' : '71',
        entryNumber: derived,
        date: document.date,
        yourRef: 'Afrekening voorschot',
        description: 'Met de hand geboekt, zonder factuur',
        currency: 'EUR',
        lines: [{ glAccountCode, vatCode: '4', net: '41.32', vat: '8.68' }],
      });
    }
  }
  return entries;
}

function vatCodeFor(document: BusinessDocument, rate: string, taxRates: readonly BusinessTaxRate[]): string {
  const used = new Set(document.lines.map((line) => line.taxRateId));
  return taxRates.find((one) => used.has(one.id) && one.rate === rate)?.vatCode ?? '4';
}
