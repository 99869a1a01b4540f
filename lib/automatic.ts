/** How often automatic sync may look, in minutes. */
export const AUTOMATIC_EVERY = [5, 15, 60, 240, 1440] as const;
export type AutomaticEvery = (typeof AUTOMATIC_EVERY)[number];
/** Until the user chooses. */
export const AUTOMATIC_AT_FIRST: AutomaticEvery = 15;

/** When automatic sync works: at any time, or from Monday to Friday by day. */
export const AUTOMATIC_HOURS = ['always', 'working'] as const;
export type AutomaticHours = (typeof AUTOMATIC_HOURS)[number];

const WORK_BEGINS = 7;
const WORK_ENDS = 19;

/** The first moment from then on at which it may work, by the clock of this browser. In epoch milliseconds. */
export function withinHours(at: number, hours: AutomaticHours): number {
  if (hours === 'always') return at;
  const moment = new Date(at);
  if (moment.getHours() >= WORK_ENDS) moment.setHours(24, 0, 0, 0);
  while (moment.getDay() === 0 || moment.getDay() === 6) moment.setHours(24, 0, 0, 0);
  if (moment.getHours() < WORK_BEGINS) moment.setHours(WORK_BEGINS, 0, 0, 0);
  return moment.getTime();
}

const MINUTE_MS = 60_000;

/** When a run by itself is due after one that ended then. In epoch milliseconds. */
export const automaticAfter = (endedAt: number, every: AutomaticEvery, hours: AutomaticHours): number =>
  withinHours(endedAt + every * MINUTE_MS, hours);

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
