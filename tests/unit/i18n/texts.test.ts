import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fill, textLanguage } from '../../../lib/i18n/index.ts';
import { loadExplain } from '../../../lib/i18n/load-explain.ts';
import { loadTexts } from '../../../lib/i18n/load-texts.ts';
import { textsFor } from '../../../lib/i18n/tables.ts';
import { tables, textsOf } from './tables.ts';

const placesOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(Object.entries(tables))('the texts in %s', (_, table) => {
  const texts = textsOf(table);

  it('have every key of the English ones, in their order, and none is empty', () => {
    expect(texts.map(([path]) => path)).toEqual(textsOf(tables.en).map(([path]) => path));
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same places to fill as the English ones', () => {
    const english = new Map(textsOf(tables.en));
    const differing = texts.filter(
      ([path, text]) => placesOf(text).join() !== placesOf(english.get(path) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are set with the quotes, apostrophes and ellipses of print', () => {
    expect(texts.filter(([, text]) => /['"]|\.\.\./.test(text))).toEqual([]);
  });
});

describe('the texts in French', () => {
  it('keep a sign with the word that it belongs to', () => {
    expect(textsOf(tables.fr).filter(([, text]) => /[^\u00a0][:;?!»](?!\/\/)|«[^\u00a0]/.test(text))).toEqual([]);
  });
});

/** How nobody is addressed here: `je` in Dutch, `vous` in French, `Sie` in German. */
const OTHER_ADDRESS = {
  nl: /(?<!\p{L})(u|uw|uzelf)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
  de: /(?<!\p{L})(du|dir|dich|dein\p{L}*)(?!\p{L})/iu,
} as const;

describe.each(['nl', 'fr', 'de'] as const)('the texts in %s', (language) => {
  it('address the user in one way', () => {
    // The name of a field in Exact.
    const texts = textsOf(tables[language]).filter(([path]) => path !== 'entryField.yourRef');
    expect(texts.filter(([, text]) => OTHER_ADDRESS[language].test(text))).toEqual([]);
  });
});

/** What is told of the options page where one is not on it. */
const LEADING_THERE: ReadonlySet<string> = new Set(['panel.more', 'detail.openOptions']);

describe('the texts that the options page shows too', () => {
  it.each([
    ['en', /options page/i],
    ['nl', /optiepagina/i],
    ['fr', /page des options/i],
    ['de', /Optionsseite/i],
  ] as const)('send nobody there in %s', (language, name) => {
    const naming = textsOf(tables[language]).filter(([, text]) => name.test(text));
    expect(new Set(naming.map(([path]) => path))).toEqual(LEADING_THERE);
  });
});

describe('the manifest’s texts', () => {
  const LOCALES = join(import.meta.dirname, '../../../public/_locales');
  const message = (longest: number) => z.strictObject({ message: z.string().min(1).max(longest) });
  /** As long as the store allows. */
  const messages = z.strictObject({
    extensionName: message(75),
    extensionDescription: message(132),
    popupUnloaded: message(200),
  });

  it('are there in each language that has a table', () => {
    expect(readdirSync(LOCALES).sort()).toEqual(Object.keys(tables).sort());
  });

  it.each(Object.keys(tables))('are all there in %s', (language) => {
    const text = readFileSync(join(LOCALES, language, 'messages.json'), 'utf8');
    expect(messages.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
  });
});

describe('choosing a language', () => {
  it.each([
    ['nl', 'nl', 'nl'],
    ['nl-BE', 'nl', 'nl-BE'],
    ['NL_be', 'nl', 'NL_be'],
    ['en-US', 'en', 'en-US'],
    ['fr-BE', 'fr', 'fr-BE'],
    ['de', 'de', 'de'],
    ['es', 'en', 'en'],
    ['', 'en', 'en'],
    ['constructor', 'en', 'en'],
  ] as const)('%j reads the table of %s and says so', async (language, table, told) => {
    expect(tables[table]).toMatchObject(textsFor(language));
    expect(await loadTexts(language)).toBe(textsFor(language));
    expect(await loadExplain(language)).toBe(tables[table].explain);
    expect(textLanguage(language)).toBe(told);
  });
});

describe('filling in', () => {
  it('puts each value in its place and leaves a place without one as it is', () => {
    expect(fill('{a} of {b}, {c}', { a: 1, b: '{a}' })).toBe('1 of {a}, {c}');
  });
});
