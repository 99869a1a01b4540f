/** An import may only point down: the layers, held against every import in the product's code. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** Room to the rooms (or single files) that it may import from, besides itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'lib/result.ts': [],
  'lib/region.ts': [],
  'lib/rights.ts': [],
  'lib/snapshot.ts': [],
  'lib/automatic.ts': [],
  'lib/notify.ts': [],
  'lib/history-kept.ts': [],
  'lib/key-verdict.ts': [],
  'lib/addresses.ts': ['lib/region.ts'],
  'lib/fix.ts': [],
  'lib/explain.ts': [],
  'lib/connection-draft.ts': [],
  'lib/connection.ts': ['lib/automatic.ts', 'lib/connection-draft.ts', 'lib/region.ts'],
  'lib/import-answer.ts': [],
  'lib/import-messages.ts': ['lib/import-answer.ts'],
  'lib/payment.ts': [],
  'lib/payment-choices.ts': [],
  'lib/standing.ts': [],
  'lib/outcome.ts': ['lib/standing.ts'],
  'lib/preview.ts': ['lib/outcome.ts'],
  'lib/report.ts': ['lib/outcome.ts'],
  'lib/document-action.ts': ['lib/outcome.ts', 'lib/standing.ts'],
  'lib/page-messages.ts': [],
  'lib/messages.ts': [
    'lib/history-kept.ts',
    'lib/document-action.ts',
    'lib/page-messages.ts',
    'lib/automatic.ts',
    'lib/key-verdict.ts',
    'lib/notify.ts',
    'lib/connection.ts',
    'lib/i18n',
    'lib/import-messages.ts',
    'lib/region.ts',
    'lib/rights.ts',
    'lib/outcome.ts',
  ],
  'lib/accounting': ['lib/result.ts'],
  'lib/http': ['lib/key-verdict.ts', 'lib/result.ts'],
  'lib/teamleader': ['lib/http', 'lib/result.ts'],
  'lib/exact': ['lib/accounting', 'lib/http', 'lib/result.ts', 'lib/region.ts', 'lib/rights.ts'],
  'lib/store': [
    'lib/history-kept.ts',
    'lib/connection.ts',
    'lib/connection-draft.ts',
    'lib/import-answer.ts',
    'lib/notify.ts',
    'lib/outcome.ts',
    'lib/payment.ts',
    'lib/preview.ts',
  ],
  'lib/i18n': [],
  'lib/sync': [
    'lib/accounting',
    'lib/teamleader',
    'lib/exact',
    'lib/http',
    'lib/store',
    'lib/automatic.ts',
    'lib/document-action.ts',
    'lib/outcome.ts',
    'lib/payment-choices.ts',
    'lib/preview.ts',
    'lib/report.ts',
    'lib/standing.ts',
    'lib/result.ts',
  ],
  'lib/setup': [
    'lib/history-kept.ts',
    'lib/accounting',
    'lib/teamleader',
    'lib/exact',
    'lib/http',
    'lib/store',
    'lib/sync',
    'lib/automatic.ts',
    'lib/key-verdict.ts',
    'lib/connection.ts',
    'lib/connection-draft.ts',
    'lib/outcome.ts',
    'lib/result.ts',
    'lib/rights.ts',
  ],
  'lib/views': [
    'lib/accounting',
    'lib/i18n',
    'lib/store',
    'lib/addresses.ts',
    'lib/connection.ts',
    'lib/document-action.ts',
    'lib/fix.ts',
    'lib/outcome.ts',
    'lib/region.ts',
  ],
  components: [
    'lib/i18n',
    'lib/addresses.ts',
    'lib/connection-draft.ts',
    'lib/explain.ts',
    'lib/fix.ts',
    'lib/snapshot.ts',
  ],
  'entrypoints/popup-picture.ts': ['components/picture.ts', 'entrypoints/popup/popup.css?inline'],
  'entrypoints/popup': [
    'components',
    'lib/i18n',
    'lib/addresses.ts',
    'lib/fix.ts',
    'lib/key-verdict.ts',
    'lib/automatic.ts',
    'lib/connection-draft.ts',
    'lib/region.ts',
    'lib/snapshot.ts',
  ],
  'entrypoints/options': [
    'lib/history-kept.ts',
    'components',
    'lib/i18n',
    'lib/addresses.ts',
    'lib/fix.ts',
    'lib/notify.ts',
    'lib/payment-choices.ts',
    'lib/views/group-causes.ts',
  ],
  'entrypoints/preview': ['components', 'lib/i18n'],
  'entrypoints/invoices.content': [],
  'entrypoints/background': [
    'lib/automatic.ts',
    'lib/history-kept.ts',
    'lib/document-action.ts',
    'lib/notify.ts',
    'lib/setup',
    'lib/views',
    'lib/sync',
    'lib/accounting',
    'lib/teamleader',
    'lib/exact',
    'lib/http',
    'lib/store',
    'lib/i18n',
    'lib/addresses.ts',
    'lib/messages.ts',
    'lib/connection.ts',
    'lib/outcome.ts',
    'lib/result.ts',
    'lib/snapshot.ts',
  ],
};

/** Packages that a room may import; rooms that are not listed may import any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'lib/accounting': ['big.js', 'stdnum'],
  'entrypoints/invoices.content': ['wxt'],
};

/** Types weigh nothing and may come from anywhere at or below the level of the protocol. */
const TYPES_FROM = [
  'lib/accounting',
  'lib/messages.ts',
  'lib/import-messages.ts',
  'lib/page-messages.ts',
  'lib/outcome.ts',
  'lib/payment.ts',
  'lib/document-action.ts',
  'lib/explain.ts',
  'lib/preview.ts',
  'lib/report.ts',
  'lib/standing.ts',
  'lib/connection.ts',
  'lib/http',
  'lib/store',
  'lib/result.ts',
];

/** The two services know nothing of each other, not even types; nor does a rule know of a service. */
const NEVER: readonly (readonly [string, string])[] = [
  ['lib/teamleader', 'lib/exact'],
  ['lib/exact', 'lib/teamleader'],
  ['lib/accounting', 'lib/teamleader'],
  ['lib/accounting', 'lib/exact'],
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?([^'";]*?from\s+)?'([^']+)'/gm);
  return [...statements].map(([, type, names, target]) => ({
    file,
    target: target?.startsWith('.')
      ? relative(ROOT, join(ROOT, dirname(file), target)).replaceAll('\\', '/')
      : (target ?? ''),
    isType: type !== undefined || (names !== undefined && /^\{(\s*type\s[^,}]+,?)+\s*\}\s*from\s+$/.test(names)),
  }));
}

const isIn = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);
const roomOf = (path: string): string | undefined => Object.keys(ARROWS).find((room) => isIn(path, room));

const files = ['lib', 'components', 'entrypoints'].flatMap(sourceFiles);
const imports = files.flatMap(importsOf);

describe('import arrows', () => {
  it('knows the room of every source file', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });

  it('point down only', () => {
    const wrong = imports.filter(({ file, target, isType }) => {
      const room = roomOf(file);
      if (room === undefined || !/^(lib|components|entrypoints)\//.test(target)) return false;
      if (isIn(target, room)) return false;
      if (NEVER.some(([from, to]) => isIn(file, from) && isIn(target, to))) return true;
      const allowed = isType ? [...(ARROWS[room] ?? []), ...TYPES_FROM] : (ARROWS[room] ?? []);
      return !allowed.some((other) => isIn(target, other));
    });
    expect(wrong.map(({ file, target }) => `${file} must not import ${target}`)).toEqual([]);
  });

  it('reach only the packages that a room may use', () => {
    const wrong = imports.filter(({ file, target, isType }) => {
      if (isType || /^(lib|components|entrypoints)\//.test(target)) return false;
      const room = Object.keys(PACKAGES).find((one) => isIn(file, one));
      return room !== undefined && !PACKAGES[room]?.some((name) => isIn(target, name));
    });
    expect(wrong.map(({ file, target }) => `${file} must not import ${target}`)).toEqual([]);
  });
});
