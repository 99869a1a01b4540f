/** Whether all is as it should be after trouble: told by the stand-ins' ledgers, not by the extension. */
import Big from 'big.js';
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
  return {
    duplicates: duplicates + marks.length - new Set(marks).size,
    missing,
    centsOff: centsOff.times(100).toNumber(),
    openIntents: intents.length,
    errorQuotaReached: world.sandbox.defects.filter(isQuotaReached).length,
  };
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
