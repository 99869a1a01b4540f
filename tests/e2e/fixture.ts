import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { openBrowser, openPopup } from '../run/browser.ts';
import { connect } from '../run/journey.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';

interface Fixtures {
  sandboxOptions: SandboxOptions;
  allowedHosts: readonly string[];
  sandbox: Sandbox;
  context: BrowserContext;
  popup: Page;
  /** The popup after both log-ins and the set-up. */
  connected: Page;
}

/** Each test has its own services, browser and profile. The sandbox must have noted no defect when it ends. */
export const test = base.extend<Fixtures>({
  sandboxOptions: [{ documents: 60, speed: 20 }, { option: true }],
  allowedHosts: [[], { option: true }],
  sandbox: async ({ sandboxOptions }, use) => {
    const sandbox = await startSandbox(sandboxOptions);
    await use(sandbox);
    await sandbox.close();
    base.expect(sandbox.defects).toEqual([]);
  },
  context: async ({ sandbox, allowedHosts }, use, testInfo) => {
    const profile = testInfo.outputPath('profile');
    const context = await openBrowser(sandbox, { profile, headless: true, allowedHosts });
    await use(context);
    await context.close();
  },
  popup: async ({ context }, use) => use(await openPopup(context)),
  connected: async ({ context, popup, sandbox }, use) => {
    await connect(context, popup, sandbox);
    await use(popup);
  },
});

export { expect } from '@playwright/test';
