/** How often automatic sync may look, in minutes. */
export const AUTOMATIC_EVERY = [5, 15, 60, 240, 1440] as const;
export type AutomaticEvery = (typeof AUTOMATIC_EVERY)[number];

/** What keeps automatic sync from being switched on. */
export type AutomaticLock = 'notSaved' | 'firstSyncMissing' | 'otherIntegrationNotOff';

/** What of a connection tells whether it may sync by itself. */
interface Proved {
  readonly firstSyncAt: number | null;
  readonly otherIntegration: 'off' | 'active' | null;
}

/** To book without anybody looking on is for a connection that has proved itself, and has its documents to itself. */
export function automaticLocks(connection: Proved | null): readonly AutomaticLock[] {
  if (connection === null) return ['notSaved'];
  return [
    ...(connection.firstSyncAt === null ? (['firstSyncMissing'] as const) : []),
    ...(connection.otherIntegration === 'off' ? [] : (['otherIntegrationNotOff'] as const)),
  ];
}

/** How often it syncs by itself, in minutes; null: not at all, or not while something keeps it from that. */
export const automaticEveryOf = (
  connection: Proved & { readonly automaticEvery: AutomaticEvery | null },
): AutomaticEvery | null => (automaticLocks(connection).length === 0 ? connection.automaticEvery : null);
