/**
 * Makes a fresh or stale clone ready: runs on whatever Node npm was started with, so plain JavaScript and no packages.
 * Then runs the script that it is given, on the Node that the packages bring along.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const mark = new URL('node_modules/.installed-from', root);
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .update(readFileSync(new URL('package.json', root)))
    .digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted()) {
  console.log('Installing packages (once, and again when package-lock.json changes) ...');
  // Not `npm ci`: it refuses a lock file without the builds of some tool for platforms that a registry may lack.
  const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) {
    console.error(
      'The packages could not be installed: npm install failed (see above). Check the network and npm registry.',
    );
    process.exit(1);
  }
  writeFileSync(mark, wanted());
}

const node = spawnSync('node', ['--version'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (Number(/^v(\d+)/.exec(node.stdout ?? '')?.[1] ?? 0) < 22) {
  console.error(
    `Node 22 or newer is needed, found ${node.stdout?.trim() || 'none'}. The package "node" should have brought one: run the command through npm (npm start, npm test).`,
  );
  process.exit(1);
}

// Started from here, since the shell that runs this remembers where it found its first Node.
const [script, ...options] = process.argv.slice(2);
if (script !== undefined) {
  const done = spawnSync('node', [script, ...options], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exit(done.status ?? 1);
}
