/** A Chromium with the production build, logged in and set up, beside a sandbox of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { openBrowser, openOptions, openPopup } from '../run/browser.ts';
import { connect } from '../run/journey.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  readonly profile: string;
  /** One of the extension's own pages, which stays open. */
  readonly keeper: Page;
}

/** The rations never hold a run up here: what is measured is the product, not its waiting. */
const SPEED = 1000;

export async function onStage<T>(documents: number, task: (stage: Stage) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ documents, speed: SPEED, tokenSpeed: 1 });
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-bench-'));
  try {
    const context = await openBrowser(sandbox, { profile, headless: true, args: ['--remote-debugging-port=0'] });
    try {
      const popup = await openPopup(context);
      await connect(context, popup, sandbox);
      await popup.close();
      return await task({ sandbox, context, profile, keeper: await openOptions(context, 'about') });
    } finally {
      await context.close();
    }
  } finally {
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
