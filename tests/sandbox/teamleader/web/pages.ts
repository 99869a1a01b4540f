import type { BusinessDocument } from '../../business/business.ts';
import type { SandboxAnswer, SandboxRequest } from '../../contract.ts';
import { json, redirect } from '../answers.ts';
import { detailAddress, listAddress, type Place, placeOf } from './addresses.ts';
import { classicList } from './classic-list.ts';
import type { DocumentKind } from './client/list-model.ts';
import { customersPage } from './customers-page.ts';
import { classicDetail, detailOf } from './detail.ts';
import { type Html, html, htmlAnswer } from './html.ts';
import { listDocuments, readListQuery, type Web } from './listing.ts';
import { type AppPage, appPage } from './shell.ts';

/** The pages behind the log-in. */
export function answerPage({ url }: SandboxRequest, web: Web): SandboxAnswer {
  if (url.pathname.startsWith('/ajax/')) return answerScript(url, web);
  if (url.pathname === '/') return redirect(listAddress('invoice', web.switches));
  const place = placeOf(url);
  switch (place?.page) {
    case undefined:
      return notFound(web);
    case 'customers':
      return page(web, { active: 'customers', content: customersPage(web) });
    case 'list':
      return listAnswer(place.kind, url, web);
    case 'detail':
      return detailAnswer(place, web);
  }
}

/** A list's address in another layout leads to its address in this one. */
function listAnswer(kind: DocumentKind, url: URL, web: Web): SandboxAnswer {
  const address = listAddress(kind, web.switches);
  if (url.pathname !== address) return redirect(address);
  if (web.switches.layout !== 'classic') return page(web, drawnByScript(kind, web));
  const query = readListQuery(url.searchParams, kind);
  const content = classicList(kind, query, listDocuments(kind, query, web), web);
  return page(web, { active: kind, script: 'classic-list', content });
}

/** The older address shows its own page in every layout, since the API hands it out; the newer one only where it is drawn. */
function detailAnswer({ kind, id, newer }: Extract<Place, { page: 'detail' }>, web: Web): SandboxAnswer {
  const document = documentWith(kind, id, web);
  if (document === undefined) return notFound(web);
  if (!newer) {
    const content = classicDetail(detailOf(document, web), listAddress(kind, web.switches), web);
    return page(web, { active: kind, content });
  }
  return web.switches.layout === 'classic'
    ? redirect(detailAddress(document, web.switches))
    : page(web, drawnByScript(kind, web));
}

/** What the newer pages' scripts read. */
function answerScript({ pathname, searchParams }: URL, web: Web): SandboxAnswer {
  const kind = searchParams.get('kind') === 'creditNote' ? 'creditNote' : 'invoice';
  if (pathname === '/ajax/list') return json(200, listDocuments(kind, readListQuery(searchParams, kind), web));
  const document = documentWith(kind, searchParams.get('id') ?? '', web);
  if (pathname !== '/ajax/detail' || document === undefined) return json(404, {});
  return json(200, detailOf(document, web));
}

function documentWith(kind: DocumentKind, id: string, { ledger }: Web): BusinessDocument | undefined {
  const documents = kind === 'invoice' ? ledger.invoices : ledger.creditNotes;
  return documents.get(id) ?? [...documents.values()].find(({ legacyId }) => String(legacyId) === id);
}

/** What the scripts of the newer pages are told by the page itself. */
export interface ScriptConfig {
  readonly kind: DocumentKind;
  readonly layout: 'grid' | 'grid-sections';
  readonly listAddress: string;
  readonly texts: Web['texts'];
}

function drawnByScript(kind: DocumentKind, { switches, texts }: Web): AppPage {
  const config: ScriptConfig = {
    kind,
    layout: switches.layout === 'grid-sections' ? 'grid-sections' : 'grid',
    listAddress: listAddress(kind, switches),
    texts,
  };
  const content: Html = html`<div id="app" data-config="${JSON.stringify(config)}"></div>`;
  return { active: kind, script: 'app', content };
}

const page = (web: Web, content: AppPage): SandboxAnswer => htmlAnswer(200, appPage(content, web));

function notFound(web: Web): SandboxAnswer {
  const { texts } = web;
  const content = html`<main class="container"><p class="empty">${texts.notFound}</p></main>`;
  return htmlAnswer(404, appPage({ active: 'invoice', content }, web));
}
