/**
 * `npm run screenshots`: every screen in each language, light and dark, to be looked at. Languages can be named, and
 * screens, by how their names begin: `-- nl fr popup-two options-two`.
 */
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
const words = process.argv.slice(2);
const named = words.filter(isLanguage);
const languages = named.length > 0 ? named : Object.keys(LANGUAGES).filter(isLanguage);
const beginnings = words.filter((word) => !isLanguage(word));
const isWanted = (name: string): boolean =>
  beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning));

const started = performance.now();
const profile = mkdtempSync(join(tmpdir(), 'boekbrug-screenshots-'));
// Tokens outlive the story: one that ran out while its service does not answer would be told of in place of that.
const sandbox = await startSandbox({ documents: 60, inExactAlone: 40, speed: 20, tokenSpeed: 0.1 });
const context = await openBrowser(sandbox, { profile, headless: true });
mkdirSync(FOLDER, { recursive: true });
let count = 0;
try {
  const world = await openWorld(context, sandbox);
  for (const stage of STAGES) count += await drawStage(world, stage);
} catch (error) {
  for (const [at, page] of context.pages().entries()) await page.screenshot({ path: join(FOLDER, `failed-${at}.png`) });
  throw error;
} finally {
  await context.close();
  await sandbox.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(`${count} screens are in ${FOLDER}, after ${Math.round((performance.now() - started) / 1000)} seconds.`);

async function openWorld(browser: BrowserContext, told: Sandbox): Promise<World> {
  return {
    browser,
    sandbox: told,
    popup: await openPopup(browser),
    options: await openOptions(browser),
    preview: await browser.newPage(),
    aside: await browser.newPage(),
    list: await browser.newPage(),
  };
}

/** The stage is reached in English, by whose words the story finds its way. Gives how many screens were drawn. */
async function drawStage(world: World, { reach, screens }: Stage): Promise<number> {
  await reach(world);
  const wanted = Object.entries(screens).filter(([name]) => isWanted(name));
  for (const language of wanted.length > 0 ? languages : []) {
    await choose(world, language);
    for (const [name, show] of wanted) await draw(await show(world), FOLDER, name, language);
  }
  await choose(world, 'en');
  return wanted.length;
}

/** Asked by a page that no screen does strange things to. */
function choose({ options }: World, language: Language): Promise<unknown> {
  return options.evaluate(`chrome.runtime.sendMessage({ type: 'language/choose', language: '${language}' })`);
}
