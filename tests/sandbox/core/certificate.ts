import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Base64 SHA-256 of the public key: what Chromium is told to trust. */
  readonly spkiHash: string;
}

const made = new Map<string, Promise<Certificate>>();

/** A certificate for the services' host names, made once a process, since that takes long, and trusted by nobody else. */
export function certificateFor(hosts: readonly string[]): Promise<Certificate> {
  const known = made.get(hosts.join()) ?? make(hosts);
  made.set(hosts.join(), known);
  return known;
}

async function make(hosts: readonly string[]): Promise<Certificate> {
  const generated = await generate([{ name: 'commonName', value: 'Boekbrug sandbox' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) }],
  });
  const spki = new X509Certificate(generated.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: generated.private, cert: generated.cert, spkiHash: createHash('sha256').update(spki).digest('base64') };
}
