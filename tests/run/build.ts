import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** Where the production build of the extension stands. */
export const EXTENSION_PATH = join(ROOT, '.output', 'chrome-mv3');

const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'];

/** Builds the extension for production, unless the build is newer than everything that goes into it. */
export function buildExtension(): void {
  const built = join(EXTENSION_PATH, 'manifest.json');
  const newest = Math.max(...SOURCES.map((source) => newestChange(join(ROOT, source))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  const done = spawnSync('wxt', ['build'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`The extension could not be built:\n${done.stdout}${done.stderr}`);
}

function newestChange(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
