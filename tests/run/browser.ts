import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { buildExtension, EXTENSION_PATH } from './build.ts';
import { findChromium } from './chromium.ts';

/** Follows from the key in the manifest. */
export const EXTENSION_ID = 'ldonpgidjkacfcpblmmpdopalbdmpehi';

export interface BrowserOptions {
  readonly profile: string;
  readonly headless: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  /** Host patterns that the user has allowed once: Chrome's own prompt is not for a script to click. */
  readonly allowedHosts?: readonly string[];
  /** More of Chromium's own. */
  readonly args?: readonly string[];
  /** The folder of another build than the one that is tested. */
  readonly extension?: string;
}

/** A real Chromium with the unmodified production build, for which the services' host names lead to the sandbox. */
export async function openBrowser(sandbox: Sandbox, options: BrowserOptions): Promise<BrowserContext> {
  if (options.extension === undefined) buildExtension();
  const extension = options.extension ?? EXTENSION_PATH;
  if (options.allowedHosts !== undefined) allowHosts(options.profile, options.allowedHosts);
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: findChromium(),
    headless: options.headless,
    viewport: options.headless ? { width: 1360, height: 860 } : null,
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${options.locale ?? 'en-GB'}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...sandbox.chromiumArgs,
      ...(options.args ?? []),
    ],
  });
  context.setDefaultTimeout(30_000);
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return context;
}

function allowHosts(profile: string, hosts: readonly string[]): void {
  const granted = { api: [], explicit_host: hosts, manifest_permissions: [], scriptable_host: [] };
  const settings = { [EXTENSION_ID]: { granted_permissions: granted, runtime_granted_permissions: granted } };
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Preferences'), JSON.stringify({ extensions: { settings } }));
}

/** The popup's page, opened in a tab: the same document, without the toolbar's bubble around it. */
export async function openPopup(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 440, height: 600 });
  await page.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
  return page;
}

/** @param tab the one to open, by its address after `#` */
export async function openOptions(context: BrowserContext, tab = 'attention'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html#${tab}`);
  return page;
}
