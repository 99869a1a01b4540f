import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxAnswer } from '../../contract.ts';
import { text } from '../answers.ts';

const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' };
const NAME = /^[a-z]+\.(css|js)$/;

/** The pages' own styles and scripts. */
export function assetAnswer(name: string): SandboxAnswer {
  const type = TYPES[NAME.exec(name)?.[1] ?? ''];
  if (type === undefined) return text(404, 'Not found');
  try {
    const body = readFileSync(join(import.meta.dirname, 'assets', name));
    return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
  } catch {
    return text(404, 'Not found');
  }
}
