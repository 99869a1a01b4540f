/** What stands in Exact says something else than what was sent: it is changed there before it is read back. */
import Big from 'big.js';
import type { LedgerEntry } from '../sandbox/exact/ledger.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Case, CaseName } from './case.ts';
import { sale } from './sale.ts';

const BOOK = 'POST salesentry/SalesEntries';
const READ = 'GET salesentry/SalesEntries';

type Change = (entry: LedgerEntry, sandbox: Sandbox) => Partial<LedgerEntry>;

/** Exact books something else than it was asked to. */
function meddle(sandbox: Sandbox, change: Change): void {
  const { exact } = sandbox;
  const handle = exact.handle.bind(exact);
  exact.handle = async (request) => {
    const before = new Set(exact.ledger.entries.keys());
    const answer = await handle(request);
    if (exact.nameCall(request) === BOOK) {
      const made = [...exact.ledger.entries.values()].find(({ id }) => !before.has(id));
      if (made !== undefined) exact.ledger.putEntry({ ...made, ...change(made, sandbox) });
    }
    return answer;
  };
}

const booksOtherwise = (change: Change, options = sale()): Case => ({
  options,
  happen: ({ sandbox }) => meddle(sandbox, change),
});

const eachLine =
  (change: (line: LedgerEntry['lines'][number]) => Partial<LedgerEntry['lines'][number]>) =>
  (entry: LedgerEntry): Partial<LedgerEntry> => ({ lines: entry.lines.map((line) => ({ ...line, ...change(line) })) });

/** Of each line. */
const withoutVat = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'VATCode' in value ? { ...value, VATAmountFC: 0 } : value;

const CENT = new Big('0.01');

export const READ_BACK_DIFFERS = {
  'readBackDiffers gross': booksOtherwise(eachLine(({ net }) => ({ net: net.plus(CENT) }))),
  'readBackDiffers vat': booksOtherwise(eachLine(({ net, vat }) => ({ net: net.plus(CENT), vat: vat.minus(CENT) }))),
  'readBackDiffers account': booksOtherwise((entry, { exact }) => ({
    customer: [...exact.ledger.accounts.keys()].find((id) => id !== entry.customer) ?? '',
  })),
  'readBackDiffers journal': booksOtherwise(() => ({ journal: '71' })),
  'readBackDiffers currency': booksOtherwise(() => ({ currency: 'USD' })),
  'readBackDiffers date': booksOtherwise(({ date }) => ({ date: `${date.slice(0, 8)}28` })),
  'readBackDiffers yourRef': booksOtherwise(() => ({ yourRef: 'Iets anders' })),
  'readBackDiffers paymentCondition': booksOtherwise(({ paymentCondition }) => ({
    paymentCondition: paymentCondition === '60' ? '30' : '60',
  })),
  'readBackDiffers grossInDivisionCurrency': booksOtherwise(
    ({ rate }) => ({ rate: rate.times('1.1') }),
    sale({ document: { currency: 'USD', exchangeRate: '0.9214' } }),
  ),
  'readBackDiffers lines': booksOtherwise(eachLine(() => ({ glAccount: null }))),
  // In its books both are one figure, so that only its answer can part them.
  'readBackDiffers vatOfLines': {
    options: sale(),
    happen: ({ sandbox: { exact } }) => {
      const handle = exact.handle.bind(exact);
      exact.handle = async (request) => {
        const answer = await handle(request);
        if (exact.nameCall(request) !== READ || typeof answer.body !== 'string') return answer;
        return { ...answer, body: JSON.stringify(JSON.parse(answer.body, withoutVat)) };
      };
    },
  },
} satisfies Partial<Record<CaseName, Case>>;
