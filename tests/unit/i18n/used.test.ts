/** A text that nothing reads is work for four translators: every text is looked for in the product's code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tables, textsOf } from './tables.ts';

const ROOT = join(import.meta.dirname, '../../..');
const TABLE_FOLDERS = Object.keys(tables).map((language) => join(ROOT, 'lib/i18n', language));

const readers = ['lib', 'components', 'entrypoints']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !TABLE_FOLDERS.includes(entry.parentPath))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .filter((source) => /\btexts\b|\bwords\b|i18n\//.test(source))
  .map(withoutAliases);

/** What is left of a group, `...words } = texts.rights`, goes by another name: here it gets the group's again. */
function withoutAliases(source: string): string {
  const aliases = source.matchAll(/\.\.\.(\w+) \} = texts\.(\w+)/g);
  return [...aliases].reduce(
    (text, [, alias, group]) => text.replace(RegExp(`\\b${alias}\\.`, 'g'), `${group}.`),
    source,
  );
}

/** Each name that is read from each name before it: `setup.copy`; `*` where the name is computed: `cause[type]`. */
const reads = new Set(
  readers.flatMap((source) =>
    [...source.matchAll(/\b(?=(\w+)(?:\??\.(\w+)|\[))/g)].map(([, group, name]) => `${group}.${name ?? '*'}`),
  ),
);

/** A text is read by its own name, or with all of a group around it. */
function isRead(path: string): boolean {
  const names = path.split('.');
  const groups = names.slice(0, -1);
  return reads.has(names.slice(-2).join('.')) || groups.some((group) => reads.has(`${group}.*`));
}

it('reads every text somewhere', () => {
  const unread = textsOf(tables.en).filter(([path]) => !isRead(path));
  expect(unread.map(([path]) => path)).toEqual([]);
});

it('sees a text that nothing reads', () => {
  expect(readers.length).toBeGreaterThan(10);
  expect(isRead('setup.copy')).toBe(true);
  expect(isRead('cause.noLines.0')).toBe(true);
  expect(isRead('setup.nothingReadsThis')).toBe(false);
});
