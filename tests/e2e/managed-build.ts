/** A build under an id of its own, and the policy of a company for that id alone: policies hold for the whole machine. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildExtension, EXTENSION_PATH } from '../run/build.ts';
import { findChromium } from '../run/chromium.ts';

/** Where the Chromium of Debian and its kin reads them. */
const POLICIES = '/etc/chromium/policies/managed';

/** Why no policy can be set here; null: one can. */
export const whyUnmanaged = (): string | null =>
  process.platform !== 'linux' || process.getuid?.() !== 0
    ? `Only root may write policies into ${POLICIES}.`
    : findChromium().startsWith('/usr/')
      ? null
      : `A Chromium that the system has not installed may read no policies from ${POLICIES}.`;

export interface ManagedBuild {
  readonly id: string;
  readonly folder: string;
  /** Chromium sees a change within some seconds. */
  preset(values: unknown): void;
  /** Whatever stands in the file. */
  writePolicy(text: string): void;
  removePolicy(): void;
}

export function createManagedBuild(folder: string): ManagedBuild {
  buildExtension();
  cpSync(EXTENSION_PATH, folder, { recursive: true });
  const { publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const manifest = z.looseObject({}).parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, key: publicKey.toString('base64') }));
  const id = idOf(publicKey);
  const file = join(POLICIES, `boekbrug-test-${id}.json`);
  const writePolicy = (text: string): void => {
    mkdirSync(POLICIES, { recursive: true });
    writeFileSync(file, text);
  };
  return {
    id,
    folder,
    preset: (values) => writePolicy(JSON.stringify({ '3rdparty': { extensions: { [id]: values } } })),
    writePolicy,
    removePolicy: () => rmSync(file, { force: true }),
  };
}

/** As Chromium makes an extension's id of its key: sixteen bytes of a sum, in the letters a to p. */
const idOf = (publicKey: Buffer): string =>
  [...createHash('sha256').update(publicKey).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)))
    .join('');
