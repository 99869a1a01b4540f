/** What the invoice list's own page, and the content script in it, can get out of the real extension in Chromium. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import fc from 'fast-check';
import { z } from 'zod';
import { EXTENSION_ID, openBrowser, openPopup } from '../run/browser.ts';
import { connect, openInvoiceList, sync } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { hostileMessages } from './hostile-messages.ts';
import { IssuedSecrets } from './issued-secrets.ts';
import { pageAnswerSchema } from './page-answer.ts';
import { setUpIn } from './set-up.ts';

const MESSAGES = 400;
const QUICK_MESSAGES = 100;
const PATIENCE = 60_000;

/** Chrome sends what JSON can say. */
const wireMessages = hostileMessages.map((message) => jsonOf(message)).filter((text) => text !== undefined);

function jsonOf(message: unknown): string | undefined {
  try {
    return JSON.stringify(message);
  } catch {
    return undefined;
  }
}

/** A few hundred messages each from the page's own scripts and from the content script's world, while a sync runs. */
export async function trust({ quick, seed = 1 }: { readonly quick: boolean; readonly seed?: number }) {
  const sandbox = await startSandbox({ documents: 20, speed: 20 });
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-trust-'));
  try {
    const secrets = new IssuedSecrets(sandbox);
    const context = await openBrowser(sandbox, { profile, headless: true });
    try {
      return await attack(
        context,
        sandbox,
        secrets,
        fc.sample(wireMessages, { numRuns: quick ? QUICK_MESSAGES : MESSAGES, seed }),
      );
    } finally {
      await context.close();
    }
  } finally {
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function attack(context: BrowserContext, sandbox: Sandbox, secrets: IssuedSecrets, messages: readonly string[]) {
  const popup = await openPopup(context);
  await connect(context, popup, sandbox);
  const before = await settingsIn(popup);
  const page = await openInvoiceList(context, sandbox);

  const inPage = await answersInPage(page, messages);
  const inContentScript = await answersInContentScript(page, messages);
  const heard = [...inPage, ...inContentScript].join('\n');
  const openedSetups = context.pages().filter((one) => one !== popup && one.url().startsWith(popup.url()));
  for (const opened of openedSetups) await opened.close();

  await page.reload();
  await sync(page, PATIENCE);
  const failures = [
    ...(inPage.length === 0 ? [] : [`the page's own script got ${inPage.length} answers: ${inPage[0]?.slice(0, 200)}`]),
    ...(inContentScript.some((answer) => answer.includes('"button"')) ? [] : ['the content script was never answered']),
    ...inContentScript
      .filter((answer) => !isView(answer))
      .map((answer) => `no view of the page: ${answer.slice(0, 200)}`),
    ...(openedSetups.length <= 1 ? [] : [`${openedSetups.length} tabs were opened for the set-up`]),
    ...((await settingsIn(popup)) === before ? [] : ['what the user had set up was changed']),
    ...sandbox.defects,
  ];
  const { duplicates, missing } = tally(sandbox, await outcomesOf(context));
  return {
    figures: { fuzzedMessages: messages.length * 2, secretsFound: secrets.countIn(heard), duplicates, missing },
    failures,
  };
}

/** An error's text is what Chrome gives for a message that nobody answers: it is no JSON. */
function isView(answer: string): boolean {
  try {
    return pageAnswerSchema.safeParse(JSON.parse(answer)).success;
  } catch {
    return false;
  }
}

const settingsIn = async (popup: Page): Promise<string> =>
  setUpIn(await popup.evaluate<unknown>("chrome.storage.local.get('settings')"));

/** Messages in a window come in order: with this one all have come. */
const LAST_MESSAGE = 'the last';

/** The page's own scripts have no way to the extension but what they may shout into their window. */
async function answersInPage(page: Page, messages: readonly string[]): Promise<readonly string[]> {
  const script = `(async () => {
    const heard = [];
    const own = new Set(${JSON.stringify([...messages, JSON.stringify(LAST_MESSAGE)])});
    addEventListener('message', ({ data }) => { if (!own.has(JSON.stringify(data))) heard.push(JSON.stringify(data)); });
    for (const text of ${JSON.stringify(messages)}) {
      postMessage(JSON.parse(text), '*');
      dispatchEvent(new CustomEvent('boekbrug', { detail: JSON.parse(text) }));
    }
    const id = ${JSON.stringify(EXTENSION_ID)};
    const sent = await globalThis.chrome?.runtime?.sendMessage?.(id, { type: 'history/view' }).catch(() => undefined);
    if (sent !== undefined) heard.push(JSON.stringify(sent));
    for (const file of ['options.html', 'popup.html', 'manifest.json']) {
      const read = await fetch('chrome-extension://' + id + '/' + file).then((answer) => answer.text(), () => undefined);
      if (read !== undefined) heard.push(JSON.stringify(file));
    }
    await new Promise((resolve) => {
      addEventListener('message', ({ data }) => { if (data === ${JSON.stringify(LAST_MESSAGE)}) resolve(); });
      postMessage(${JSON.stringify(LAST_MESSAGE)}, '*');
    });
    return heard;
  })()`;
  return z.array(z.string()).parse(await page.evaluate(script));
}

const contextSchema = z.object({
  context: z.object({ id: z.number(), auxData: z.object({ type: z.string() }), origin: z.string() }),
});
const answersSchema = z.object({ result: z.object({ value: z.array(z.string()) }) });

/** As a content script that was taken over: it has its own door to the background, and Chrome's storage within reach. */
async function answersInContentScript(page: Page, messages: readonly string[]): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const contextId = await contentScriptOf(session);
  const script = `(async () => {
    const heard = [];
    for (const text of ${JSON.stringify(messages)}) {
      const answer = await chrome.runtime.sendMessage(JSON.parse(text)).catch(() => undefined);
      if (answer !== undefined) heard.push(JSON.stringify(answer));
    }
    for (const area of ['local', 'session']) {
      const stored = await chrome.storage[area].get(null).catch(() => ({}));
      if (Object.keys(stored).length > 0) heard.push(JSON.stringify(stored));
    }
    return heard;
  })()`;
  const evaluated = await session.send('Runtime.evaluate', {
    expression: script,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return answersSchema.parse(evaluated).result.value;
}

async function contentScriptOf(session: CDPSession): Promise<number> {
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', (event: unknown) => {
      const { context } = contextSchema.parse(event);
      if (context.auxData.type === 'isolated' && context.origin.includes(EXTENSION_ID)) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  return found;
}
