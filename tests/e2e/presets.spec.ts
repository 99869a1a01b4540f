/** What a company presets by policy, in a Chromium that reads it: feature A1. */
import type { Page } from '@playwright/test';
import { openBrowser } from '../run/browser.ts';
import { logInToExact } from '../run/journey.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import { test as base, expect } from './fixture.ts';
import { createManagedBuild, type ManagedBuild, whyUnmanaged } from './managed-build.ts';

/** Chromium lets the files come to rest for five seconds before it reads them again. */
const POLICY_PATIENCE = 45_000;

interface Managed extends ManagedBuild {
  /** Starts the browser, and opens the popup. */
  open(): Promise<Page>;
}

const test = base.extend<{ managed: Managed }>({
  managed: async ({ sandbox }, use, testInfo) => {
    const build = createManagedBuild(testInfo.outputPath('extension'));
    sandbox.switches.redirectBase = `https://${build.id}.chromiumapp.org`;
    const browsers: Awaited<ReturnType<typeof openBrowser>>[] = [];
    const open = async () => {
      const profile = testInfo.outputPath('profile');
      const context = await openBrowser(sandbox, { profile, headless: true, extension: build.folder });
      browsers.push(context);
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 440, height: 600 });
      await popup.goto(`chrome-extension://${build.id}/popup.html`);
      return popup;
    };
    try {
      await use({ ...build, open });
    } finally {
      build.removePolicy();
      for (const context of browsers) await context.close();
    }
  },
});

const reason = whyUnmanaged();
test.skip(reason !== null, reason ?? '');

const step = (popup: Page, name: string) => popup.getByRole('region', { name, exact: true });
const PRESET_KEYS = 'Your company has preset the keys: just log in.';
const PRESET_ID = 'Your company has preset the client id:';

test('keys and country that a company has preset are there, cannot be changed, and the secret is never shown', async ({
  managed,
  sandbox,
}) => {
  const exactRegion = sandbox.business.country.toLowerCase();
  const { clientId: exactClientId, clientSecret: exactClientSecret } = EXACT_APP;
  managed.preset({
    exactClientId,
    exactClientSecret,
    exactRegion,
    teamleaderClientId: TEAMLEADER_APP.clientId,
  });
  const popup = await managed.open();
  const exact = step(popup, 'Exact Online');
  await expect(exact.getByText(PRESET_KEYS)).toBeVisible();
  // The redirect URL is there to be copied into the app; nothing else is a field, and nothing can be typed.
  await expect(exact.getByLabel('Redirect URL')).toHaveValue(new RegExp(`//${managed.id}\\.chromiumapp\\.org/`));
  await expect(exact.locator('input:read-write, select, summary')).toHaveCount(0);
  await expect(exact.locator('input')).toHaveCount(1);
  const teamleader = step(popup, 'Teamleader');
  await expect(teamleader.getByText(`${PRESET_ID} ${TEAMLEADER_APP.clientId}`)).toBeVisible();
  await expect(teamleader.getByLabel('Client id')).toHaveCount(0);
  await expect(teamleader.getByLabel('Client secret')).toHaveValue('');

  const change = (service: string) => ({ type: 'setup/saveKeys', service, clientId: 'mine', clientSecret: 'mine' });
  for (const request of [change('exact'), change('teamleader'), { type: 'setup/region', region: 'fr' }]) {
    expect(await ask(popup, request)).toMatchObject({
      region: exactRegion,
      services: {
        exact: { clientId: exactClientId, hasSecret: true },
        teamleader: { clientId: TEAMLEADER_APP.clientId },
      },
    });
  }

  await exact.getByRole('button', { name: 'Test the keys' }).click();
  await expect(exact.getByRole('status')).toContainText('The keys are right');
  const opened = popup.context().waitForEvent('page');
  await exact.getByRole('button', { name: 'Log in to Exact Online' }).click();
  await logInToExact(await opened, sandbox);
  await expect(exact.getByText('Connected as')).toBeVisible();

  const told = [await popup.content()];
  for (const type of ['setup/view', 'settings/export', 'diagnostics/read'])
    told.push(JSON.stringify(await ask(popup, { type, reload: false })));
  const options = await popup.context().newPage();
  for (const tab of ['connections', 'help']) {
    await options.goto('about:blank');
    await options.goto(`chrome-extension://${managed.id}/options.html#${tab}`);
    await expect(options.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
    told.push(await options.content());
  }
  for (const text of told) expect(text).not.toContain(exactClientSecret);

  // Withdrawn, they are gone with what was logged in with them, and the user hears what is missing.
  managed.removePolicy();
  await expect(exact.getByRole('alert')).toContainText('were preset by your company', { timeout: POLICY_PATIENCE });
  await expect(exact.getByLabel('Client id')).toHaveValue('');
  managed.preset({ exactClientId, exactClientSecret, exactRegion });
  await expect(exact.getByText('Connected as')).toBeVisible({ timeout: POLICY_PATIENCE });
});

test('a policy that comes, changes and goes while the browser runs is followed by the popup that is open', async ({
  managed,
  sandbox,
}) => {
  const popup = await managed.open();
  const exact = step(popup, 'Exact Online');
  await expect(exact.getByLabel('Country')).toHaveValue('nl');
  await exact.getByLabel('Client id').fill('mine');
  await exact.getByLabel('Client id').blur();

  const exactRegion = sandbox.business.country.toLowerCase();
  const { clientId: exactClientId, clientSecret: exactClientSecret } = EXACT_APP;
  managed.preset({ exactClientId, exactClientSecret: 'an earlier one', exactRegion });
  await expect(exact.getByText(PRESET_KEYS)).toBeVisible({ timeout: POLICY_PATIENCE });
  await expect(exact.getByLabel('Country')).toHaveCount(0);
  await exact.getByRole('button', { name: 'Test the keys' }).click();
  await expect(exact.getByRole('alert')).toContainText('The client secret is wrong');

  // What was said of the secret before does not hold of this one.
  managed.preset({ exactClientId, exactClientSecret, exactRegion });
  await expect(exact.getByRole('alert')).toBeHidden({ timeout: POLICY_PATIENCE });
  await exact.getByRole('button', { name: 'Test the keys' }).click();
  await expect(exact.getByRole('status')).toContainText('The keys are right');

  managed.preset({ exactClientId: 'another', exactRegion: 'fr' });
  await expect(exact.getByText(`${PRESET_ID} another`)).toBeVisible({ timeout: POLICY_PATIENCE });
  await expect(exact.getByText('Stored; leave empty to keep it')).toHaveCount(0);

  // Nothing of it stays, and nothing that the user had entered is lost.
  managed.removePolicy();
  await expect(exact.getByLabel('Client id')).toHaveValue('mine', { timeout: POLICY_PATIENCE });
  await expect(exact.getByLabel('Country')).toHaveValue('nl');
  await expect(exact.getByText('Stored; leave empty to keep it')).toHaveCount(0);
  await popup.reload();
  await expect(exact.getByLabel('Client id')).toHaveValue('mine');
});

test('of a policy that breaks the schema, what is wrong is left to the user and the rest holds', async ({
  managed,
}) => {
  managed.preset({
    exactClientId: 7,
    exactClientSecret: EXACT_APP.clientSecret,
    exactRegion: 'us',
    teamleaderClientId: 'company',
    teamleaderClientSecret: 'x'.repeat(501),
    more: { than: 'is known' },
  });
  const popup = await managed.open();
  await expect(step(popup, 'Teamleader').getByText(`${PRESET_ID} company`)).toBeVisible();
  await expect(step(popup, 'Teamleader').getByLabel('Client secret')).toHaveValue('');
  await expectLeftToUser(popup, 'Exact Online');
  await expect(step(popup, 'Exact Online').getByLabel('Country')).toBeVisible();
});

for (const [name, text] of [
  ['presets no object', (id: string) => JSON.stringify({ '3rdparty': { extensions: { [id]: ['exactClientId'] } } })],
  ['is no JSON', (id: string) => `{"3rdparty": {"extensions": {"${id}": {"exactClientId": "company"`],
] as const) {
  test(`a policy that ${name} leaves everything to the user`, async ({ managed }) => {
    managed.writePolicy(text(managed.id));
    const popup = await managed.open();
    await expectLeftToUser(popup, 'Exact Online');
    await expectLeftToUser(popup, 'Teamleader');
  });
}

/** What is typed is taken and kept. */
async function expectLeftToUser(popup: Page, service: string): Promise<void> {
  const clientId = step(popup, service).getByLabel('Client id');
  await expect(clientId).toHaveValue('');
  await clientId.fill('mine');
  await clientId.blur();
  await popup.reload();
  await expect(clientId).toHaveValue('mine');
}

const ask = (popup: Page, request: object): Promise<unknown> =>
  popup.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(request)})`);
