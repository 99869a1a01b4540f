/** What unit and end-to-end tests hold of never twice and never lost: tokens, storage, users, quotas as people see them. */
import { spawnSync } from 'node:child_process';
import { buildExtension } from '../run/build.ts';
import { findChromium } from '../run/chromium.ts';
import type { Part } from './report.ts';

const UNIT = ['tests/unit/store', 'tests/unit/http', 'tests/unit/sync'];
const END_TO_END = ['tokens', 'storage', 'another-user', 'quota', 'csp'].map((name) => `tests/e2e/${name}.spec.ts`);

/** A quick part belongs to `npm test`, which has run all of them before. */
export async function specs({ quick }: { readonly quick: boolean }): Promise<Part> {
  if (quick) return { figures: {}, failures: [] };
  buildExtension();
  const runs = [
    { command: 'vitest', args: ['run', ...UNIT] },
    { command: 'playwright', args: ['test', '--reporter=line', ...END_TO_END] },
  ];
  const failures = runs.flatMap(({ command, args }) => {
    const { status, stdout } = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, CHROMIUM_PATH: findChromium(), NO_COLOR: '1' },
      shell: process.platform === 'win32',
    });
    return status === 0 ? [] : [`${command} ${args.join(' ')} fails: ${stdout.slice(-2_000)}`];
  });
  return { figures: {}, failures };
}
