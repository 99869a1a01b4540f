/** Exact Online is regional: log-in and API live on the country's own host. Exact 1. */
export const EXACT_REGIONS = { nl: 'nl', be: 'be', de: 'de', fr: 'fr', uk: 'co.uk', es: 'es', com: 'com' } as const;
export type Region = keyof typeof EXACT_REGIONS;
