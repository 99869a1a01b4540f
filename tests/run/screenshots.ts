/** `npm run screenshots`: every screen in each language, or in those that are named, light and dark, to be looked at. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { isLanguage, LANGUAGES, type Language } from '../../lib/i18n/language.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { draw } from '../screens/draw.ts';
import type { Stage, World } from '../screens/stage.ts';
import { STAGES } from '../screens/stages.ts';
import { openBrowser, openOptions, openPopup } from './browser.ts';

const FOLDER = 'screenshots';
const named = process.argv.slice(2).filter(isLanguage);
const languages = named.length > 0 ? named : Object.keys(LANGUAGES).filter(isLanguage);

const started = performance.now();
const profile = mkdtempSync(join(tmpdir(), 'boekbrug-screenshots-'));
const sandbox = await startSandbox({ documents: 60, inExactAlone: 40, speed: 20 });
const context = await openBrowser(sandbox, { profile, headless: true });
mkdirSync(FOLDER, { recursive: true });
try {
  const world = await openWorld(context, sandbox);
  for (const stage of STAGES) await drawStage(world, stage);
} finally {
  await context.close();
  await sandbox.close();
  rmSync(profile, { recursive: true, force: true });
}
const count = STAGES.reduce((sum, { screens }) => sum + Object.keys(screens).length, 0);
console.log(`${count} screens are in ${FOLDER}, after ${Math.round((performance.now() - started) / 1000)} seconds.`);

async function openWorld(browser: BrowserContext, told: Sandbox): Promise<World> {
  return {
    browser,
    sandbox: told,
    popup: await openPopup(browser),
    options: await openOptions(browser),
    preview: await browser.newPage(),
    list: await browser.newPage(),
  };
}

/** The stage is reached in English, by whose words the story finds its way. */
async function drawStage(world: World, { reach, screens }: Stage): Promise<void> {
  await reach(world);
  for (const language of languages) {
    await choose(world, language);
    for (const [name, show] of Object.entries(screens)) await draw(await show(world), FOLDER, name, language);
  }
  await choose(world, 'en');
}

/** Asked by a page that no screen does strange things to. */
function choose({ options }: World, language: Language): Promise<unknown> {
  return options.evaluate(`chrome.runtime.sendMessage({ type: 'language/choose', language: '${language}' })`);
}
