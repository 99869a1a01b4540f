/** Planning alone, without any call: in Node, whose engine is Chromium's. */
import { indexAccounts } from '../../lib/accounting/customer.ts';
import { type DocumentPlan, planDocument } from '../../lib/sync/plan.ts';
import { account, big, CONNECTION, customer, invoice, line, REFERENCE, tax } from '../unit/accounting/builders.ts';
import { type Spread, sampled, spreadOf } from './spread.ts';

const DOCUMENTS = 10_000;
const CUSTOMERS = 1_000;

const idOf = (nth: number): string => `c1a2b3c4-2222-4222-8222-${String(nth).padStart(12, '0')}`;
const nameOf = (nth: number): string => `Customer ${nth}`;
/** Nothing else tells one customer from another. */
const ALIKE = { vatNumber: null, companyNumber: null, email: null, phone: null, website: null } as const;

/** Three tax rates in five lines; half of the customers have an account already. */
export async function planning(): Promise<Spread> {
  const customers = Array.from({ length: CUSTOMERS }, (_, nth) =>
    customer({ ...ALIKE, id: idOf(nth), name: nameOf(nth) }),
  );
  const known = customers.slice(0, CUSTOMERS / 2);
  const accounts = known.map(({ id, name }, nth) => account({ ...ALIKE, id: `account-${nth}`, name, remarks: id }));
  const documents = Array.from({ length: DOCUMENTS }, (_, nth) =>
    invoice(
      [
        line('100.10'),
        line('249.95'),
        line('12.34', { taxRateId: 'rate-6' }),
        line('80', { taxRateId: 'rate-6', productCategoryId: 'goods' }),
        line('500', { taxRateId: 'rate-export' }),
      ],
      [tax('0.21', '350.05', '73.51'), tax('0.06', '92.34', '5.54'), tax('0', '500', '0')],
      {
        id: idOf(nth),
        number: `2026 / ${nth + 1}`,
        customer: { type: 'company', id: idOf(nth % CUSTOMERS), name: nameOf(nth % CUSTOMERS), vatNumber: null },
      },
    ),
  );
  const facts = {
    customers: new Map(customers.map((one) => [`company/${one.id}`, one])),
    creditedNumbers: new Map<string, string>(),
    links: new Map<string, string>(),
    reference: REFERENCE,
    connection: CONNECTION,
    rateUse: 'times' as const,
  };
  const times = await sampled(() => {
    const started = performance.now();
    const index = indexAccounts(accounts);
    const plans = documents.map((document) => planDocument(document, { ...facts, accounts: index }));
    const time = performance.now() - started;
    mustAllBook(plans);
    return time;
  });
  return spreadOf(times);
}

/** What is refused early would be measured too kindly. */
function mustAllBook(plans: readonly DocumentPlan[]): void {
  const blocked = plans.find((plan) => plan.kind === 'blocked');
  if (blocked !== undefined) throw new Error(`A document is not planned: ${blocked.cause.type}`);
  const net = plans.reduce((sum, plan) => (plan.kind === 'book' ? sum.plus(plan.entry.net) : sum), big(0));
  if (!net.eq(big('942.39').times(DOCUMENTS))) throw new Error(`The plans come to ${net.toFixed(2)}.`);
}
