import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { Bidi } from './bidi.ts';

const USUAL_PLACES = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** The path of a Firefox, or null where none is installed. */
export function findFirefox(): string | null {
  const given = process.env['FIREFOX_PATH'];
  if (given !== undefined && !existsSync(given)) throw new Error(`FIREFOX_PATH names ${given}, but nothing is there.`);
  return given ?? USUAL_PLACES.find((path) => existsSync(path)) ?? null;
}

/** Within one profile, an installed extension's pages stand under a name of their own: here it is known beforehand. */
const PAGES_AT = '5a0b0c9e-3a67-4c4e-9d53-1f0f4d7d8a11';
export const FIREFOX_ORIGIN = `moz-extension://${PAGES_AT}`;

export interface Extension {
  /** As its manifest says. */
  readonly id: string;
  /** A folder, or a packed file. */
  readonly path: string;
}

/** A real Firefox without a window, with the extension, for which the services' host names lead to the sandbox. */
export async function withFirefox<T>(
  firefox: string,
  sandbox: Sandbox,
  { id, path }: Extension,
  task: (bidi: Bidi) => Promise<T>,
): Promise<T> {
  const proxy = await startProxy(sandbox);
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-firefox-'));
  const preferences = {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: PAGES_AT }),
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'intl.locale.requested': 'en-GB',
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  // Without access to the system, a test may open no page of an extension.
  const options = ['--headless', '--no-remote', '--remote-debugging-port', '0', '--remote-allow-system-access'];
  const child = spawn(firefox, [...options, '--profile', profile], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const bidi = await Bidi.connect(await addressIn(child.stderr));
    await bidi.send('webExtension.install', {
      extensionData: { type: existsSync(join(path, 'manifest.json')) ? 'path' : 'archivePath', path },
    });
    return await task(bidi);
  } finally {
    child.kill();
    await ended;
    await proxy.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** What Firefox says once it listens. */
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;

/** Its output is read on to the end: a browser that nobody listens to would stop. */
function addressIn(output: Readable): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  output.on('data', (chunk) => {
    said += String(chunk);
    const [, address] = LISTENING.exec(said) ?? [];
    if (address !== undefined) resolve(address);
  });
  output.on('end', () => reject(new Error(`Firefox ended before it listened:\n${said}`)));
  return promise;
}

/** Firefox maps no names to other ports by itself; every connection that it asks for ends at the sandbox. */
async function startProxy(sandbox: Sandbox): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer();
  const open = new Set<Duplex>();
  server.on('connect', (request, socket) => {
    open.add(socket);
    const [host = ''] = request.url?.split(':') ?? [];
    if (!sandbox.hosts.includes(host)) {
      socket.end('HTTP/1.1 502 Unknown\r\n\r\n');
      return;
    }
    const beyond = connect(sandbox.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      beyond.pipe(socket).pipe(beyond);
    });
    const part = () => {
      beyond.destroy();
      socket.destroy();
      open.delete(socket);
    };
    for (const end of [beyond, socket]) end.on('error', part).on('close', part);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    port: address.port,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  };
}
