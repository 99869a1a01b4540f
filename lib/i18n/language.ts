/** The languages with complete texts, by their own names. */
export const LANGUAGES = { en: 'English', nl: 'Nederlands', fr: 'Français', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** The key of the user's choice in the extension's own storage. */
export const LANGUAGE = 'language';

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(LANGUAGES, value);

/** Null where nothing was chosen: then the browser's own language holds, or the page's. */
export const chosenLanguage = (stored: Readonly<Record<string, unknown>>): Language | null => {
  const value = stored[LANGUAGE];
  return isLanguage(value) ? value : null;
};
