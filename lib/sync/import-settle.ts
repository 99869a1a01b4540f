import { customerKey } from '../accounting/customer.ts';
import type { Account, Customer } from '../accounting/facts.ts';
import { plainText } from '../accounting/notation.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { ImportHead, ImportRow } from '../store/import-records.ts';
import { believedAt, causeOf } from './causes.ts';
import { type BothSides, type ImportContext, planOf } from './import-look.ts';

type SentRow = ImportRow & { readonly state: Extract<ImportRow['state'], { kind: 'sent' }> };

const isSent = (row: ImportRow): row is SentRow => row.state.kind === 'sent';

/**
 * Looks for what was sent to Teamleader and brought no answer. What stands there is ours; what does not is to be sent again
 * once it has aged. The rows given are changed along with those stored.
 */
export async function settleSent(
  context: ImportContext,
  sides: BothSides,
  head: ImportHead,
  rows: Map<string, ImportRow>,
): Promise<Result<null, Cause>> {
  const sent = [...rows.values()].filter(isSent);
  if (sent.length === 0) return ok(null);
  const { database, now } = context;
  const items = new Map(planOf(sides, head, rows).map((item) => [item.account.id, item]));
  for (const row of sent) {
    const item = items.get(row.accountId);
    if (item === undefined) continue;
    const { account, decision } = item;
    // An answer may say to make one of a name that stands there already: the mark tells ours from that.
    const found = decision.do === 'match' ? ok(decision.customer) : await findByMark(context, sides.customers, account);
    if (!found.ok) return found;
    const settled = found.value === null ? notFound(row, sides.readAt, now()) : foundAs(row, found.value, now());
    rows.set(row.accountId, settled);
    await database.imports.putRow(settled);
  }
  return ok(null);
}

/** Those of its name are few: each is asked for what was written of it. */
async function findByMark(
  { teamleader }: ImportContext,
  customers: readonly Customer[],
  { id, name }: Account,
): Promise<Result<Customer | null, Cause>> {
  for (const namesake of customers.filter((customer) => plainText(customer.name) === plainText(name))) {
    const remarks = await teamleader.remarksOf(namesake);
    if (!remarks.ok) return err(causeOf(remarks.error, 'teamleader'));
    if (remarks.value.includes(id)) return ok(namesake);
  }
  return ok(null);
}

/** By a clock that was ahead of time it would wait until then. */
function notFound(row: SentRow, readAt: number, now: number): ImportRow {
  const sent: SentRow = { ...row, state: { kind: 'sent', sentAt: Math.min(row.state.sentAt, now) } };
  return readAt < sendableAt(sent) ? sent : { ...row, state: { kind: 'open' } };
}

/** When the first of those in doubt may be sent again, in epoch milliseconds; null: there are none. */
export function firstSendable(rows: Iterable<ImportRow>): number | null {
  const moments = [...rows].filter(isSent).map(sendableAt);
  return moments.length === 0 ? null : Math.min(...moments);
}

const sendableAt = ({ state, log }: SentRow): number =>
  believedAt({ sentAt: state.sentAt, losses: log.filter(({ outcome }) => outcome === 'lost').length });

const foundAs = (row: ImportRow, customer: Pick<Customer, 'type' | 'id'>, now: number): ImportRow => ({
  ...row,
  answer: null,
  state: { kind: 'made', customer: customerKey(customer), twin: null },
  log: [...row.log, { at: now, outcome: 'found', type: customer.type, customerId: customer.id }],
});
