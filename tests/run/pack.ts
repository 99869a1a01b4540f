import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { zip } from 'wxt';

const ROOT = join(import.meta.dirname, '..', '..');

export const STORE_BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type StoreBrowser = (typeof STORE_BROWSERS)[number];

export interface Packed {
  readonly browser: StoreBrowser;
  /** What is in the packed file. */
  readonly folder: string;
  readonly file: string;
}

/** What building leaves behind, and what is nobody's source. */
const NOT_SOURCE = ['node_modules', '.git', '.output', '.wxt', 'test-results', 'screenshots'];

const nothing = (): void => undefined;
const QUIET = {
  level: 0,
  debug: nothing,
  log: nothing,
  info: nothing,
  success: nothing,
  warn: console.warn,
  error: console.error,
  fatal: console.error,
};

/**
 * Packs the extension for a store. Files are in order and without times, so that whoever packs the same sources with the
 * same packages gets the same bytes.
 */
export async function pack(browser: StoreBrowser, root = ROOT): Promise<Packed> {
  const template = `store-${browser}`;
  const [file] = await zip({
    root,
    browser,
    outDirTemplate: template,
    logger: QUIET,
    zip: { dotSources: true, excludeSources: [...NOT_SOURCE.map((name) => `${name}/**`), '.git', '*.report.json'] },
    hooks: {
      // A store gives an extension the key, and with it the id, by which it knows it; it refuses any other.
      'build:manifestGenerated': (_, manifest) => {
        delete manifest.key;
      },
    },
  });
  if (file === undefined) throw new Error(`Nothing was packed for ${browser}.`);
  return { browser, folder: join(root, '.output', template), file };
}

export const sumOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Packs a copy of the sources in another folder. @returns the sum of each packed file, by its name */
export async function sumsElsewhere(): Promise<ReadonlyMap<string, string>> {
  const copy = mkdtempSync(join(tmpdir(), 'boekbrug-elsewhere-'));
  try {
    cpSync(ROOT, copy, {
      recursive: true,
      filter: (path) => !NOT_SOURCE.includes(relative(ROOT, path)),
    });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
    const sums = new Map<string, string>();
    for (const browser of STORE_BROWSERS) {
      const { file } = await pack(browser, copy);
      sums.set(basename(file), sumOf(file));
    }
    return sums;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
