import { browser } from 'wxt/browser';
import { CHANGED_NOTICE } from '../../lib/messages.ts';

/** Progress comes per document; a page needs to hear of it a few times a second at most. */
const QUIET_MS = 250;

let isPending = false;

/** Tells every open page of ours that something which it shows may have changed. Nobody there is normal. */
export function tellChanged(): void {
  if (isPending) return;
  isPending = true;
  setTimeout(() => {
    isPending = false;
    void send();
  }, QUIET_MS);
}

async function send(): Promise<void> {
  const tabs = await browser.tabs.query({ url: 'https://focus.teamleader.eu/*' });
  const sent = tabs.flatMap((tab) => (tab.id === undefined ? [] : [browser.tabs.sendMessage(tab.id, CHANGED_NOTICE)]));
  await Promise.allSettled([...sent, browser.runtime.sendMessage(CHANGED_NOTICE)]);
}

const ATTENTION_COLOUR = '#b3261e';

/** The toolbar icon counts what needs the user, or says that something stands still. */
export async function showAttention(count: number, isHalted: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: ATTENTION_COLOUR });
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : isHalted ? '!' : '' });
}

export async function notify(id: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  });
}
