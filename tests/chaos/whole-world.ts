/** A world in which a run does all that it can: it books, adds bank accounts, attaches PDFs and registers payments. */
import { grossOf } from '../sandbox/exact/ledger.ts';
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { startWorld, type World } from '../unit/sync/world.ts';

export async function startWhole(
  surroundings: Parameters<typeof startWorld>[1] = {},
  options: SandboxOptions = {},
): Promise<World> {
  const world = await startWorld({ documents: 12, ...options }, surroundings);
  payAtOnce(world);
  const connection = { ...world.context.connection, attachPdf: true };
  return { ...world, context: { ...world.context, connection } };
}

/** Money is there for each invoice as soon as it is booked: for some all of it, for others two parts. */
function payAtOnce({ sandbox }: World): void {
  const { bookkeeper, ledger } = sandbox.exact;
  const putEntry = ledger.putEntry.bind(ledger);
  ledger.putEntry = (entry) => {
    const isNew = !ledger.entries.has(entry.id);
    putEntry(entry);
    if (!isNew || entry.link === null || grossOf(entry).lt(10)) return;
    bookkeeper.pay(entry.id, { amount: '2', date: entry.date });
    if (entry.entryNumber % 2 === 0) bookkeeper.reconcile(entry.id, sandbox.business.today);
    else bookkeeper.pay(entry.id, { amount: '3', date: entry.date });
  };
}

/** What is wrong with the PDFs in Exact: each entry of ours has one document, and each document one file. */
export function wrongPdfs({ sandbox }: Pick<World, 'sandbox'>): readonly string[] {
  const { entries, documents, attachments } = sandbox.exact.ledger;
  const ours = [...entries.values()].flatMap(({ id, link }) => (link === null ? [] : [id]));
  const withDocument = [...documents.values()].map(({ fields }) => fields['FinancialTransactionEntryID']);
  const withFile = [...attachments.values()].map(({ fields }) => fields['Document']);
  return [
    ...unequal(withDocument, ours, 'documents for an entry'),
    ...unequal(withFile, [...documents.keys()], 'files in a document'),
  ];
}

const unequal = (found: readonly unknown[], wanted: readonly string[], what: string): readonly string[] =>
  wanted
    .map((id) => found.filter((one) => one === id).length)
    .filter((count) => count !== 1)
    .map((count) => `${count} ${what}`);
