import type { Texts } from '../../lib/i18n/index.ts';
import type { ImportLogView } from '../../lib/import-messages.ts';
import { csvOf } from './csv.ts';

/** Every call that was to create a company or contact, with the ids of both sides. Feature D10. */
export function importCsv(lines: readonly ImportLogView[], { imports: { csv } }: Texts): string {
  return csvOf(
    [csv.time, csv.code, csv.name, csv.type, csv.outcome, csv.accountId, csv.customerId],
    lines.map(({ at, code, name, type, outcome, accountId, customerId }) => [
      new Date(at).toISOString(),
      code,
      name,
      csv.types[type],
      csv.outcomes[outcome],
      accountId,
      customerId ?? '',
    ]),
  );
}
