import type { Business, BusinessDocument } from '../../business/business.ts';
import type { SandboxAnswer, SandboxRequest, Switches } from '../../contract.ts';
import { json, redirect, text } from '../answers.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { assetAnswer } from './assets.ts';
import { classicList } from './classic.ts';
import { formatsFor } from './formats.ts';
import { type Html, html, htmlAnswer } from './html.ts';
import { type ListQuery, listDocuments, readListQuery } from './listing.ts';
import { type AppPage, appPage } from './shell.ts';
import { textsIn } from './texts.ts';

export interface Web {
  readonly business: Business;
  readonly ledger: Ledger;
  readonly switches: Switches;
}

const PATHS = {
  classic: { invoices: '/invoices.php', creditNotes: '/creditnotes.php' },
  newer: { invoices: '/web/invoices', creditNotes: '/web/credit-notes' },
} as const;

export const pathsOf = ({ layout }: Switches) => (layout === 'classic' ? PATHS.classic : PATHS.newer);

/** The pages behind the log-in. */
export function answerPage({ url }: SandboxRequest, web: Web): SandboxAnswer {
  const paths = pathsOf(web.switches);
  const { pathname } = url;
  if (pathname === '/ajax/documents') return ajaxDocuments(url, web);
  const detail = /^\/(invoice|creditnote)_detail\.php$/.exec(pathname);
  if (detail !== null) return detailPage(url.searchParams.get('id') ?? '', web);
  const newer = /^\/web\/(invoices|credit-notes)\/([0-9a-f-]{36})$/.exec(pathname);
  if (newer !== null) return detailPage(newer[2] ?? '', web);

  const name = listNamed(pathname);
  if (name === null)
    return pathname === '/' ? redirect(paths.invoices) : text(404, textsIn(web.switches.language).notFound);
  if (paths[name] !== pathname) return redirect(paths[name]);
  const kind = name === 'invoices' ? 'invoice' : 'creditNote';
  return htmlAnswer(200, web.switches.layout === 'classic' ? classic(kind, url, web) : grid(kind, web));
}

const listNamed = (pathname: string): 'invoices' | 'creditNotes' | null =>
  pathname === PATHS.classic.invoices || pathname === PATHS.newer.invoices
    ? 'invoices'
    : pathname === PATHS.classic.creditNotes || pathname === PATHS.newer.creditNotes
      ? 'creditNotes'
      : null;

function page(web: Web, active: AppPage['active'], content: Html, scripts: readonly string[] = []): Html {
  const { language } = web.switches;
  const texts = textsIn(language);
  return appPage({
    texts,
    language,
    user: web.business.users.teamleader,
    active,
    paths: pathsOf(web.switches),
    scripts,
    content,
  });
}

function classic(kind: ListQuery['kind'], url: URL, web: Web): Html {
  const texts = textsIn(web.switches.language);
  const query = readListQuery(url.searchParams, kind);
  const listed = listDocuments(query, web.ledger, texts, formatsFor(web.switches.language, web.business.country));
  const content = classicList({ query, listed, texts, idsInLinks: web.switches.idsInLinks });
  return page(web, kind === 'invoice' ? 'invoices' : 'creditNotes', content, ['classic']);
}

function grid(kind: ListQuery['kind'], web: Web): Html {
  const texts = textsIn(web.switches.language);
  const active = kind === 'invoice' ? 'invoices' : 'creditNotes';
  const config = {
    kind,
    layout: web.switches.layout,
    path: pathsOf(web.switches)[active],
    texts: { ...texts, heading: texts[active], title: texts[kind] },
  };
  return page(web, active, html`<div id="app" data-config="${JSON.stringify(config)}"></div>`, ['grid']);
}

function ajaxDocuments({ searchParams }: URL, { switches, business, ledger }: Web): SandboxAnswer {
  const kind = searchParams.get('kind') === 'creditNote' ? 'creditNote' : 'invoice';
  const listed = listDocuments(
    readListQuery(searchParams, kind),
    ledger,
    textsIn(switches.language),
    formatsFor(switches.language, business.country),
  );
  return json(200, {
    total: listed.total,
    rows: listed.rows.map((row) => ({ ...row, href: hrefOf(kind, row, switches) })),
  });
}

function hrefOf(
  kind: ListQuery['kind'],
  row: { readonly id: string; readonly legacyId: number },
  { idsInLinks }: Switches,
): string {
  const id = idsInLinks === 'uuid' ? row.id : row.legacyId;
  return kind === 'invoice' ? `/invoice_detail.php?id=${id}` : `/creditnote_detail.php?id=${id}`;
}

function detailPage(id: string, web: Web): SandboxAnswer {
  const texts = textsIn(web.switches.language);
  const found = [...web.ledger.invoices.values(), ...web.ledger.creditNotes.values()].find(
    (document) => document.id === id || String(document.legacyId) === id,
  );
  if (found === undefined) return text(404, texts.notFound);
  return htmlAnswer(200, page(web, found.kind === 'invoice' ? 'invoices' : 'creditNotes', detailContent(found, web)));
}

function detailContent(document: BusinessDocument, { switches, business, ledger }: Web): Html {
  const texts = textsIn(switches.language);
  const formats = formatsFor(switches.language, business.country);
  const facts: readonly (readonly [string, string])[] = [
    [texts.customer, ledger.customers.get(document.customerId)?.name ?? ''],
    [texts.date, formats.date(document.date)],
    [texts.dueOn, formats.date(document.dueOn)],
    [texts.net, formats.money(document.totals.net, document.currency)],
    [texts.vat, formats.money(document.totals.vat, document.currency)],
    [texts.gross, formats.money(document.totals.gross, document.currency)],
    [texts.reference, document.paymentReference ?? ''],
  ];
  return html`<main class="detail"><h1>${texts[document.kind]} ${document.number ?? texts.draft}</h1><dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></main>`;
}

export const isAsset = ({ url }: SandboxRequest): boolean => url.pathname.startsWith('/assets/');
export const answerAsset = ({ url }: SandboxRequest): SandboxAnswer =>
  assetAnswer(url.pathname.slice('/assets/'.length));
