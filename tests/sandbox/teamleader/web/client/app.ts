/** The newer pages: list and detail are drawn here, and the address follows by the History API. */
import type { ScriptConfig } from '../pages.ts';
import { detailPage } from './detail-page.ts';
import { ListPage } from './list-page.ts';

const root = document.querySelector('#app');
if (!(root instanceof HTMLElement)) throw new Error('This page has no place for the list');
const config: ScriptConfig = JSON.parse(root.dataset['config'] ?? '{}');
const list = new ListPage(config, (id) => {
  history.pushState(null, '', `${config.listAddress}/${id}`);
  void show();
});

/** Draws what the address says. */
async function show(): Promise<void> {
  const id = location.pathname.slice(config.listAddress.length + 1);
  if (id === '') await list.load();
  root?.replaceChildren(id === '' ? list.element : await detailPage(id, config, backToList));
}

function backToList(): void {
  history.pushState(null, '', config.listAddress);
  void show();
}

addEventListener('popstate', () => void show());
await show();
