import { lastSaid } from '../../components/last-said.ts';
import { showPage } from '../../components/show-page.tsx';
import { App } from './App.tsx';
import { loadList } from './load-list.ts';

const said = await lastSaid;
// Where it came later, all that stands under it would jump.
const list = said !== null && said.connections.length + said.unsaved.length > 1 ? await loadList() : null;
await showPage(<App list={list} />);
