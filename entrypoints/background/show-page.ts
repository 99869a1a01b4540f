import { browser } from 'wxt/browser';
import type { Explained } from '../../lib/explain.ts';
import { lock } from './awake.ts';

/**
 * The popup's own document in a tab, since Chrome lets no page open the toolbar's bubble. There is one such tab, however
 * often a page asks.
 */
export const showSetup = (): Promise<void> => show('/popup.html');

export const showPreview = (): Promise<void> => show('/preview.html');

/** @param explained the cause that is to be explained there; null: none */
export const showOptions = (explained: Explained | null): Promise<void> =>
  show('/options.html', explained === null ? '' : `#explain/${explained}`);

const show = (path: '/popup.html' | '/preview.html' | '/options.html', hash = ''): Promise<void> =>
  lock(`show${path}`, async () => {
    const url = browser.runtime.getURL(path);
    const [open] = await browser.tabs.query({ url });
    if (open?.id === undefined) await browser.tabs.create({ url: `${url}${hash}` });
    else await browser.tabs.update(open.id, { active: true, ...(hash === '' ? {} : { url: `${url}${hash}` }) });
  });
