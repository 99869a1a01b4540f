/** When a notification tells of a sync that has ended. */
export const NOTIFY = ['all', 'problems', 'none'] as const;
export type Notify = (typeof NOTIFY)[number];
