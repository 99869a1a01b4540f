/** What the user set up, as text: of what is stored with it, a sync may note when the first one ended well. */
export const setUpIn = (settings: unknown): string =>
  JSON.stringify(settings, (key, value: unknown) => (key === 'firstSyncAt' ? null : value));
