/** A world in which a run does all that it can: it books, adds bank accounts and attaches PDFs. */
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { startWorld, type World } from '../unit/sync/world.ts';

export async function startWhole(
  surroundings: Parameters<typeof startWorld>[1] = {},
  options: SandboxOptions = {},
): Promise<World> {
  const world = await startWorld({ documents: 12, ...options }, surroundings);
  const connection = { ...world.context.connection, attachPdf: true };
  return { ...world, context: { ...world.context, connection } };
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
