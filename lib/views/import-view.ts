import { hasNumber, isSurelyCompany } from '../accounting/customer-draft.ts';
import type { Customer } from '../accounting/facts.ts';
import type { ImportItem } from '../accounting/import-plan.ts';
import { plainText } from '../accounting/notation.ts';
import type {
  ImportCounts,
  ImportCustomerView,
  ImportFilter,
  ImportItemsView,
  ImportItemView,
  ImportLogView,
  ImportStanding,
  ImportView,
} from '../import-messages.ts';
import type { ImportHead, ImportRow } from '../store/import-records.ts';

interface Planned {
  readonly items: readonly ImportItem[];
  readonly rows: ReadonlyMap<string, ImportRow>;
  /** Teamleader's customers by `type/id`. */
  readonly customers: ReadonlyMap<string, Omit<ImportCustomerView, 'key'>>;
}

/** More than these are found by searching, not by scrolling. */
const MOST_ITEMS = 200;

/** Teamleader's ration: two hundred calls a minute. */
const FASTEST_SECONDS = 0.3;

/** @param isCreating something is being created at this moment */
export function viewImport(head: ImportHead, planned: Planned | null, isCreating: boolean, now: number): ImportView {
  const counts = planned === null ? null : countsOf(planned);
  const { choice, unnumberedAs, done, total, failed, problem } = head;
  const state = stateOf(head, counts, isCreating);
  return {
    choice,
    unnumberedAs,
    state,
    done,
    total,
    failed,
    secondsLeft: state === 'running' ? secondsLeft(head, now) : null,
    problem,
    counts: state === 'reading' || state === 'unplanned' ? null : counts,
  };
}

function stateOf(
  { wants, plannedAt, startedAt, problem }: ImportHead,
  counts: ImportCounts | null,
  isCreating: boolean,
): ImportView['state'] {
  if (wants !== null && problem !== null) return 'waiting';
  if (wants === 'plan') return 'reading';
  if (wants === 'run') return 'running';
  if (isCreating) return 'pausing';
  if (plannedAt === null || counts === null) return 'unplanned';
  if (counts.companies + counts.contacts === 0) return 'done';
  return startedAt === null ? 'planned' : 'paused';
}

function secondsLeft({ runningSince, done, total }: ImportHead, now: number): number | null {
  if (runningSince === null || total === 0) return null;
  const seconds = done === 0 ? 0 : (now - runningSince) / 1000 / done;
  return Math.ceil((total - done) * Math.max(seconds, FASTEST_SECONDS));
}

function countsOf({ items, rows }: Planned): ImportCounts {
  const counts = { companies: 0, contacts: 0, unnumbered: 0, known: 0, made: 0, left: 0, ask: 0, failed: 0, twice: 0 };
  for (const item of items) {
    const row = rows.get(item.account.id);
    const filter = filterOf(item, row);
    if (filter === 'create' && item.decision.do === 'create') {
      counts[item.decision.draft.type === 'company' ? 'companies' : 'contacts'] += 1;
      if (!isSurelyCompany(item.account) && !row?.answer) counts.unnumbered += 1;
    } else if (filter !== 'create') counts[filter] += 1;
    if (row?.state.kind === 'made' && row.state.twin !== null) counts.twice += 1;
  }
  return counts;
}

function filterOf({ decision }: ImportItem, row: ImportRow | undefined): ImportFilter {
  switch (decision.do) {
    case 'create':
      return row?.state.kind === 'failed' ? 'failed' : 'create';
    case 'match':
      return decision.by === 'made' ? 'made' : 'known';
    case 'sameAs':
    case 'skip':
      return 'left';
    case 'ask':
      return 'ask';
  }
}

/** Each word that is sought stands in the code, the name, the place or the VAT number. */
export function viewImportItems(planned: Planned, sought: string, filter: ImportFilter | null): ImportItemsView {
  const words = plainText(sought).split(' ');
  const found = planned.items.filter((item) => {
    const { code, name, address, vatNumber } = item.account;
    const text = `${plainText(`${code} ${name} ${address.city ?? ''}`)} ${plainText(vatNumber)}`;
    const isWanted = filter === null || filterOf(item, planned.rows.get(item.account.id)) === filter;
    return isWanted && words.every((word) => text.includes(word));
  });
  return { found: found.length, items: found.slice(0, MOST_ITEMS).map((item) => viewItem(item, planned)) };
}

function viewItem(item: ImportItem, planned: Planned): ImportItemView {
  const { account } = item;
  const row = planned.rows.get(account.id);
  return {
    accountId: account.id,
    code: account.code.trim(),
    name: account.name,
    place: account.address.city,
    vatNumber: account.vatNumber,
    mayBeContact: !hasNumber(account),
    answer: row?.answer ?? null,
    standing: standingOf(item, row, planned),
  };
}

function standingOf({ account, decision }: ImportItem, row: ImportRow | undefined, planned: Planned): ImportStanding {
  switch (decision.do) {
    case 'create':
      if (row?.state.kind === 'failed') return { is: 'failed', cause: row.state.cause };
      if (row?.state.kind === 'sent') return { is: 'inDoubt' };
      return { is: 'create', as: decision.draft.type };
    case 'match': {
      const key = `${decision.customer.type}/${decision.customer.id}`;
      const customer = viewCustomer(key, planned, account.name);
      if (decision.by !== 'made') return { is: 'known', customer, by: decision.by };
      const twin = row?.state.kind === 'made' ? row.state.twin : null;
      return { is: 'made', customer, twin: twin === null ? null : viewCustomer(twin, planned, account.name) };
    }
    case 'sameAs':
      return { is: 'sameAs', account: nameOf(decision.account) };
    case 'skip':
      return { is: 'left', why: decision.why };
    case 'ask': {
      const candidates = decision.why === 'nameKnown' ? decision.candidates : [];
      return {
        is: 'ask',
        why: decision.why,
        candidates: candidates.map((candidate) => viewCustomer(keyOf(candidate), planned, candidate.name)),
        account: decision.why === 'nameTwice' ? nameOf(decision.account) : null,
      };
    }
  }
}

const keyOf = ({ type, id }: Pick<Customer, 'type' | 'id'>): string => `${type}/${id}`;
const nameOf = ({ name, code }: ImportItem['account']): string => `${name} (${code.trim()})`;

/** @param name where Teamleader has not told of it yet */
const viewCustomer = (key: string, { customers }: Planned, name: string): ImportCustomerView => ({
  key,
  ...(customers.get(key) ?? { name, place: null, webUrl: null }),
});

/** Every call that was to create something, the newest first. Feature D10. */
export const viewImportHistory = (rows: Iterable<ImportRow>): readonly ImportLogView[] =>
  [...rows]
    .flatMap(({ code, name, accountId, log }) => log.map((line) => ({ ...line, code, name, accountId })))
    .toSorted((a, b) => b.at - a.at);
