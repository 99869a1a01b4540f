/** What the stores are told and shown: complete, within their limits, and true of the manifest. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '../../wxt.config.ts';
import { DATA, HOSTS, OPTIONAL_HOSTS, PERMISSIONS } from '../store/justifications.ts';
import { listingIn, STORE_FOLDER, STORE_LANGUAGES, storePages } from '../store/pages.ts';

const ROOT = join(import.meta.dirname, '..', '..');

async function manifestFor(browser: string) {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest is the same for all browsers.');
  return manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
}

describe.each(['chrome', 'edge', 'firefox'])('the manifest for %s', (browser) => {
  it('asks for what is justified, and for nothing else', async () => {
    const manifest = await manifestFor(browser);
    expect(manifest.permissions).toEqual(Object.keys(PERMISSIONS));
    expect(manifest.host_permissions).toEqual(Object.keys(HOSTS));
    expect(manifest.optional_host_permissions).toEqual(Object.keys(OPTIONAL_HOSTS));
  });
});

it('says to Firefox what leaves the browser', async () => {
  const { browser_specific_settings: settings } = await manifestFor('firefox');
  expect(settings?.gecko?.data_collection_permissions).toEqual({ required: Object.keys(DATA) });
});

const sources = ['entrypoints', 'components', 'lib']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

it.each(Object.keys(PERMISSIONS))('uses %s', (permission) => {
  expect(sources).toContain(`browser.${permission}.`);
});

it.each([...Object.keys(HOSTS), ...Object.keys(OPTIONAL_HOSTS)])('may call %s, by its own policy', async (host) => {
  const { content_security_policy: policy } = await manifestFor('chrome');
  expect(JSON.stringify(policy)).toContain(host.replace('/*', ''));
});

describe.each(STORE_LANGUAGES)('the listing in %s', (language) => {
  const { name, summary, description } = listingIn(language);

  it('keeps within the limits of the stores', () => {
    expect(name.length).toBeLessThanOrEqual(45);
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(description.length).toBeGreaterThan(250);
    expect(description.length).toBeLessThan(10_000);
  });
});

it.each([...storePages()])('.store/%s is as `npm run store` writes it', (name, content) => {
  expect(readFileSync(join(STORE_FOLDER, name), 'utf8')).toBe(content);
});

it.each([16, 32, 48, 128])('the icon of %s pixels is of that size', (size) => {
  const png = readFileSync(join(ROOT, 'public', 'icon', `${size}.png`));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});
