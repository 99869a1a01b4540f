import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../lib/i18n/en/index.ts';
import { fill, textLanguage, textsFor } from '../../../lib/i18n/index.ts';
import { nl } from '../../../lib/i18n/nl/index.ts';

/** Every text of a table by its path: `cause.noLines.0`. */
const textsOf = (table: object, path = ''): (readonly [string, string])[] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`),
  );

const placesOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each([
  ['en', en],
  ['nl', nl],
])('the texts in %s', (_, table) => {
  it('have every key of the English ones, in their order, and none is empty', () => {
    expect(textsOf(table).map(([path]) => path)).toEqual(textsOf(en).map(([path]) => path));
    expect(textsOf(table).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same places to fill as the English ones', () => {
    const english = new Map(textsOf(en));
    const differing = textsOf(table).filter(
      ([path, text]) => placesOf(text).join() !== placesOf(english.get(path) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });
});

describe('the manifest’s texts', () => {
  const keysIn = (language: string): string[] =>
    Object.keys(
      JSON.parse(readFileSync(join(import.meta.dirname, `../../../public/_locales/${language}/messages.json`), 'utf8')),
    );

  it('are there in each language that has a table', () => {
    expect(keysIn('nl')).toEqual(keysIn('en'));
    expect(keysIn('en')).toContain('extensionName');
  });
});

describe('choosing a language', () => {
  it.each([
    ['nl', 'nl', 'nl'],
    ['nl-BE', 'nl', 'nl-BE'],
    ['NL_be', 'nl', 'NL_be'],
    ['en-US', 'en', 'en-US'],
    ['fr-BE', 'en', 'en'],
    ['', 'en', 'en'],
    ['constructor', 'en', 'en'],
  ])('%j reads the table of %s and says so', (language, table, told) => {
    expect(textsFor(language)).toBe(table === 'nl' ? nl : en);
    expect(textLanguage(language)).toBe(told);
  });
});

describe('filling in', () => {
  it('puts each value in its place and leaves a place without one as it is', () => {
    expect(fill('{a} of {b}, {c}', { a: 1, b: '{a}' })).toBe('1 of {a}, {c}');
  });
});
