import Big from 'big.js';
import type { Categories } from './books.ts';
import type { Business, BusinessLine, BusinessTaxRate } from './business.ts';
import type { Random } from './random.ts';
import type { Story } from './stories.ts';
import { decimals, type LineDraft, lineOf } from './totals.ts';

export interface LinesWorld {
  readonly taxRates: readonly BusinessTaxRate[];
  readonly usualCategories: Business['productCategories'];
  readonly faultyCategories: Categories['faulty'];
}

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
const REMARKS = ['Volgens offerte', 'Geleverd in de loop van de maand', 'Met dank voor het vertrouwen'];

const A_THIRD = '33.33';
const SMALL_DISCOUNTS = ['5', '10', '12.5', A_THIRD];

type Kind = BusinessTaxRate['kind'];

/** The rates that a story mixes; its first line bears the first of them. Other stories are of sales at home. */
const KINDS: Partial<Record<Story, readonly Kind[]>> = {
  foreignCurrency: ['export'],
  goodsToEu: ['intraCommunityGoods', 'intraCommunityServices'],
  servicesToEu: ['intraCommunityServices', 'intraCommunityGoods'],
  reverseCharge: ['reverseCharge', 'domestic'],
  exempt: ['exempt', 'domestic'],
  margin: ['margin', 'domestic'],
  taxRateNotLinked: ['abolished', 'domestic'],
  vatNumberOnInvoice: ['intraCommunityServices'],
  vatNumberNeeded: ['intraCommunityServices'],
  currencyNotActive: ['export'],
  exchangeRateUnclear: ['export'],
};

/** What every line of a document has in common. */
interface Frame {
  readonly random: Random;
  readonly currency: string;
  readonly rates: readonly BusinessTaxRate[];
  readonly categories: Business['productCategories'];
}

/** Lines of all kinds: remarks, gifts, deductions, discounts. What is deducted is less than what the first line asks. */
export function linesOf(
  random: Random,
  world: LinesWorld,
  story: Story,
  entityId: string,
  currency: string,
): BusinessLine[] {
  const [telling = 'domestic', ...mixedIn] = KINDS[story] ?? [];
  const ofKinds = (...kinds: Kind[]) =>
    world.taxRates.filter((rate) => rate.companyEntityId === entityId && kinds.includes(rate.kind));
  const frame: Frame = { random, currency, rates: ofKinds(telling, ...mixedIn), categories: world.usualCategories };
  const first: LineDraft = {
    ...soldGood({ ...frame, rates: ofKinds(telling) }, SMALL_DISCOUNTS),
    ...(isFaulty(story) && { productCategoryId: world.faultyCategories[story].id }),
    ...(story === 'discounted' && { discount: A_THIRD }),
  };
  const count = random.chance(0.05) ? random.whole(12, 30) : random.whole(1, 6);
  const others = Array.from({ length: count - 1 }, (_, index) => furtherLine(frame, index + 1, first));
  // Some of these come by chance, too; here it is certain.
  const gifts = story === 'exempt' ? [gift(first)] : [];
  return [first, ...others, ...gifts].map((line) => lineOf(line, currency));
}

const isFaulty = (story: Story): story is keyof Categories['faulty'] =>
  story === 'glAccountBlocked' || story === 'glAccountUnfit' || story === 'glAccountMissing';

function furtherLine(frame: Frame, index: number, first: LineDraft): LineDraft {
  const { random } = frame;
  const section = index > 2 && random.chance(0.3) ? 'Extra' : '';
  const line = { ...soldGood(frame, [...SMALL_DISCOUNTS, '100']), section };
  if (random.chance(0.06))
    return { ...line, description: random.pick(REMARKS), quantity: '0', unitPrice: '0', discount: null };
  if (random.chance(0.04)) return gift(line);
  if (index % 5 === 2 && random.chance(0.3)) return deduction(line, first, frame.currency);
  return line;
}

const gift = (line: LineDraft): LineDraft => ({ ...line, quantity: '1', unitPrice: '0', discount: null });

function soldGood({ random, currency, rates, categories }: Frame, discounts: readonly string[]): LineDraft {
  const rate = random.pick(rates);
  return {
    description: random.pick(GOODS),
    quantity: random.pick(['1', '2', '3', '7.5', '10', '0.25', '12']),
    unitPrice: price(random, currency),
    discount: random.chance(0.12) ? random.pick(discounts) : null,
    taxRateId: rate.id,
    rate: rate.rate,
    productCategoryId: random.chance(0.6) ? random.pick(categories).id : null,
    section: '',
  };
}

/** A tenth of what the first line asks, taken back. */
const deduction = (line: LineDraft, first: LineDraft, currency: string): LineDraft => ({
  ...line,
  description: 'Reeds aangerekend',
  quantity: first.quantity,
  unitPrice: new Big(first.unitPrice).div(-10).toFixed(decimals(currency)),
  discount: null,
});

/** From ten to some thousands; now and then with a third decimal, where the currency has decimals at all. */
function price(random: Random, currency: string): string {
  if (decimals(currency) === 0) return String(random.whole(1_500, 360_000));
  const digits = random.chance(0.15) ? 3 : 2;
  const unit = 10 ** digits;
  return new Big(random.whole(10 * unit, 2_400 * unit)).div(unit).toFixed(digits);
}
