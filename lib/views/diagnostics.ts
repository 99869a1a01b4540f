/** A file for who helps: what is in it is listed here, and no name, number, amount, id, key or token is. Feature F3. */
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import type { DocumentRecord, Intent, RunRecord } from '../store/records.ts';
import { type Settings, unsavedKeys } from '../store/settings.ts';

export interface DiagnosticFacts {
  readonly version: string;
  readonly browser: string;
  readonly language: string;
  /** Permissions and hosts that the user granted. */
  readonly granted: readonly string[];
  readonly settings: Settings;
  readonly records: readonly DocumentRecord[];
  readonly intents: readonly Intent[];
  readonly runs: readonly RunRecord[];
  /** How Teamleader's pages were read last. */
  readonly pages: readonly {
    readonly page: string;
    readonly kind: string;
    readonly strategy: string | null;
    readonly rows: number;
    /** Epoch milliseconds. */
    readonly at: number;
  }[];
  /** Epoch milliseconds. */
  readonly now: number;
}

export function diagnostics({ settings, records, intents, runs, pages, now, ...about }: DiagnosticFacts): string {
  const content = {
    product: 'Boekbrug',
    madeAt: iso(now),
    ...about,
    region: settings.region,
    keys: { teamleader: keysOf(settings, 'teamleader'), exact: keysOf(settings, 'exact') },
    connections: settings.connections.map(connectionOf),
    unsavedConnections: unsavedKeys(settings).length,
    formerConnections: settings.former.length,
    documents: countBy(records.map(({ outcome }) => [outcome.state, causeName(causeOf(outcome))].join(' ').trim())),
    payments: countBy(records.map(({ payment }) => paymentName(payment))),
    doubtful: countBy(intents.map(({ type }) => type)),
    pages: pages.map(({ page, kind, strategy, rows, at }) => ({ page, kind, strategy, rows, at: iso(at) })),
    runs: runs.map(({ connectionId, startedAt, endedAt, trigger, phase, done, total, counts, problem }) => ({
      /** Its place among the connections; -1 for one that is no more. */
      connection: settings.connections.findIndex(({ id }) => id === connectionId),
      startedAt: iso(startedAt),
      endedAt: endedAt === null ? null : iso(endedAt),
      trigger,
      phase,
      done,
      total,
      counts,
      problem: causeName(problem),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const iso = (time: number): string => new Date(time).toISOString();

const keysOf = ({ keys }: Settings, service: 'teamleader' | 'exact') => ({
  hasId: keys[service] !== null,
  hasSecret: Boolean(keys[service]?.clientSecret),
});

const connectionOf = (connection: Connection) => ({
  startDate: connection.startDate,
  entrySeries: connection.entrySeries,
  currency: connection.division.currency,
  vatLinks: Object.keys(connection.vatLinks).length,
  accountsPerTaxRate: Object.keys(connection.glAccounts.perTaxRate).length,
  hasDiscountAccount: connection.glAccounts.discount !== null,
  lines: connection.lines,
  attachPdf: connection.attachPdf,
  otherIntegration: connection.otherIntegration,
  hadFirstSync: connection.firstSyncAt !== null,
  automaticEvery: connection.automaticEvery,
  automaticHours: connection.automaticHours,
  accountChoices: Object.keys(connection.accountChoices).length,
});

const paymentName = (payment: DocumentRecord['payment']): string =>
  payment === null ? 'none' : payment.state === 'attention' ? `attention ${payment.cause.type}` : payment.state;

const causeOf = (outcome: DocumentRecord['outcome']): Cause | null => ('cause' in outcome ? outcome.cause : null);

/** An unforeseen error is told by its kind: its message may speak of what was read. */
function causeName(cause: Cause | null): string {
  if (cause === null) return '';
  return cause.type === 'unexpected' ? `unexpected (${cause.detail.split(':')[0]})` : cause.type;
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
