import type { BrowserContext } from '@playwright/test';

/** What the worker tells the user beside the page, from now on. */
export async function notificationsOf(context: BrowserContext): Promise<() => Promise<readonly string[]>> {
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('There is no worker.');
  await worker.evaluate(`
    globalThis.notified = [];
    const create = chrome.notifications.create.bind(chrome.notifications);
    chrome.notifications.create = (id, options, done) => {
      globalThis.notified.push(options.message);
      return create(id, options, done);
    };
  `);
  return async () => worker.evaluate<readonly string[]>('globalThis.notified');
}
