/** Whether all is as it should be after trouble: told by the stand-ins' ledgers, not by the extension. */
import Big from 'big.js';
import type { DocumentRecord } from '../../lib/store/records.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { tallyOf, type World } from '../unit/sync/world.ts';
import type { Figures, Part } from './report.ts';

/** Customers that have two accounts of ours count as duplicates too. */
export async function checkLedger(world: World, context: SyncContext): Promise<Partial<Figures>> {
  const { duplicates, missing, totals } = await tallyOf(world, context);
  const { net, vat, gross } = totals.teamleader;
  const centsOff = [
    [net, totals.exact.net],
    [vat, totals.exact.vat],
    [gross, totals.exact.gross],
  ].reduce((total, [wanted, found]) => total.plus(new Big(wanted ?? 0).minus(found ?? 0).abs()), new Big(0));
  const marks = [...world.sandbox.exact.ledger.accounts.values()].flatMap(({ fields }) => fields['Remarks'] ?? []);
  const intents = await context.database.intents(context.connection.id);
  const payments = paymentsOff(world, await context.database.documents(context.connection.id));
  return {
    duplicates: duplicates + marks.length - new Set(marks).size + payments.tooMuch,
    missing: missing + payments.tooLittle,
    centsOff: centsOff.times(100).toNumber(),
    openIntents: intents.length,
    errorQuotaReached: world.sandbox.defects.filter(isQuotaReached).length,
  };
}

/** Invoices that have more in Teamleader than came for them, or less and nobody says why. */
function paymentsOff({ sandbox }: World, records: readonly DocumentRecord[]) {
  const { ledger } = sandbox.exact;
  const { invoices, payments, dueOf } = sandbox.teamleader.ledger;
  let [tooMuch, tooLittle] = [0, 0];
  for (const { id, link } of ledger.entries.values()) {
    const invoice = [...invoices.values()].find((one) => link?.includes(one.id));
    // What was paid before the story began is another matter.
    const begun = sandbox.business.documents.find((one) => one.id === invoice?.id);
    if (invoice === undefined || begun?.status === 'matched') continue;
    const lines = ledger.settlingLines.filter(({ settles, kind }) => settles === id && kind === 'money');
    const came = lines.reduce((sum, { amount }) => sum.minus(amount), new Big(0));
    const there = (payments.get(invoice.id) ?? []).reduce((sum, { amount }) => sum.plus(amount), new Big(0));
    const isTold = records.find((record) => record.id === invoice.id)?.payment?.state === 'attention';
    if (there.gt(came)) tooMuch += 1;
    if (there.lt(came) && dueOf(invoice).gt(0) && !isTold) tooLittle += 1;
  }
  return { tooMuch, tooLittle };
}

export const isQuotaReached = (defect: string): boolean => defect.includes('error quota reached');

const isZero = (value: number): boolean => value === 0;

/** The figures, and a failure that names where it went wrong, if it did. */
export async function checked(name: string, world: World, context: SyncContext = world.context): Promise<Part> {
  const figures = await checkLedger(world, context);
  const isRight = Object.values(figures).every(isZero);
  const defects = world.sandbox.defects.map((defect) => `${name}: ${defect}`);
  return { figures, failures: isRight ? defects : [...defects, `${name}: ${JSON.stringify(figures)}`] };
}

/** The same where nobody else books: then each document must also be told as its story says. */
export async function checkedAlone(name: string, world: World): Promise<Part> {
  const { figures, failures } = await checked(name, world);
  const { unexpected } = await tallyOf(world, world.context);
  const odd = unexpected.map(({ document, expected, said }) => `${name}: ${document} is ${said}, not ${expected}`);
  return { figures, failures: [...failures, ...odd] };
}
