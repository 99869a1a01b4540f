import { browser } from 'wxt/browser';
import { LIST_ADDRESS, withoutSearch } from '../../lib/addresses.ts';

let remembered: string | null = null;

/** The list has no address that is the same for everybody: the popup opens the one that was seen last. */
export async function rememberList(url: string): Promise<void> {
  const list = withoutSearch(url);
  if (list === remembered) return;
  remembered = list;
  await browser.storage.local.set({ [LIST_ADDRESS]: list });
}
