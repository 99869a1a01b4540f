import { actionsFor, type DocumentAction } from '../../lib/document-action.ts';
import type { Database } from '../../lib/store/database.ts';
import type { Only } from '../../lib/store/records.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import type { Runner } from '../../lib/sync/runner.ts';
import { acceptDrift, lookAgain, orderAgain } from '../../lib/sync/settle-drift.ts';

export interface DocumentOfConnection {
  readonly connectionId: string;
  readonly kind: 'invoice' | 'creditNote';
  readonly id: string;
}

interface Surroundings {
  readonly database: Database;
  readonly contexts: () => Promise<readonly SyncContext[]>;
  readonly runner: Runner;
  /** Of these documents, shown in a page of its own. */
  readonly preview: (only: Only) => Promise<void>;
}

/**
 * Does what the user asks for one document, if that is among what may be asked for it now: whoever sends it may show an
 * outcome that is no more.
 */
export async function actOnDocument(
  document: DocumentOfConnection,
  action: DocumentAction,
  { database, contexts, runner, preview }: Surroundings,
): Promise<void> {
  const { connectionId, kind, id } = document;
  const records = await database.documents(connectionId);
  const record = records.find((one) => one.kind === kind && one.id === id);
  if (record === undefined || !actionsFor(record.outcome).includes(action)) return;
  const sync = async (): Promise<void> => {
    await runner.start('popup', {
      isWanted: ({ connection }) => connection.id === connectionId,
      onlyOf: () => [{ kind, id, shown: null }],
    });
  };
  switch (action) {
    case 'preview':
      return preview([{ kind, id, shown: null }]);
    case 'syncThis':
      return sync();
    case 'accept':
      await acceptDrift(database, connectionId, document);
      return;
    case 'bookAgain':
      if (await orderAgain(database, connectionId, document)) await sync();
      return;
    case 'lookAgain': {
      const context = (await contexts()).find(({ connection }) => connection.id === connectionId);
      if (context !== undefined) await lookAgain(context, document);
    }
  }
}
