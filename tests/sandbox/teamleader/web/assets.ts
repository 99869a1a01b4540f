import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxAnswer } from '../../contract.ts';
import { text } from '../answers.ts';

const ASSET = /^\/assets\/(?:(?<style>[a-z-]+)\.css|client\/(?<module>[a-z-]+)\.ts)$/;

/** The pages' own styles, and their scripts without the types. */
export async function answerAsset(pathname: string): Promise<SandboxAnswer> {
  const { style, module } = ASSET.exec(pathname)?.groups ?? {};
  try {
    if (style !== undefined)
      return asset('text/css', await readFile(join(import.meta.dirname, 'styles', `${style}.css`), 'utf8'));
    if (module !== undefined) return asset('text/javascript', await script(`${module}.ts`));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return text(404, 'Not found');
}

const asset = (type: string, body: string): SandboxAnswer => ({
  status: 200,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
  body,
});

/** Vite is loaded when the first script is asked for: most runs never show a page. */
async function script(name: string): Promise<string> {
  const [source, { transformWithOxc }] = await Promise.all([
    readFile(join(import.meta.dirname, 'client', name), 'utf8'),
    import('vite'),
  ]);
  return (await transformWithOxc(source, name)).code;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
