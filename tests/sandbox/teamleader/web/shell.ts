import { CUSTOMERS, listAddress } from './addresses.ts';
import type { DocumentKind } from './client/list-model.ts';
import { type Html, html } from './html.ts';
import type { Web } from './listing.ts';

interface Document {
  readonly language: string;
  readonly title: string;
  readonly styles: readonly string[];
  /** Name of the page's module, if it has one. */
  readonly script?: string;
  readonly body: Html;
}

export function document({ language, title, styles, script, body }: Document): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  ${styles.map((style) => html`<link rel="stylesheet" href="/assets/${style}.css">`)}
  ${script !== undefined && html`<script type="module" src="/assets/client/${script}.ts"></script>`}
</head>
<body>${body}</body>
</html>`;
}

export interface AppPage {
  readonly active: DocumentKind | 'customers';
  readonly script?: string;
  readonly content: Html;
}

/** A page of the web app: the bar at the top with the navigation, and what is below it. */
export function appPage({ active, script, content }: AppPage, { business, switches, texts }: Web): Html {
  const names = { invoice: texts.invoices, creditNote: texts.creditNotes, customers: texts.customers };
  const item = (name: AppPage['active'], href: string) =>
    html`<a href="${href}"${name === active && html` aria-current="page"`}>${names[name]}</a>`;
  const { firstName, lastName } = business.users.teamleader;
  return document({
    language: switches.language,
    title: `${names[active]} · ${texts.product}`,
    styles: ['base', 'app', 'list', 'grid'],
    ...(script === undefined ? {} : { script }),
    body: html`
      <header class="topbar">
        <a class="logo" href="/">${texts.product} <small>(${texts.sandbox})</small></a>
        <nav>
          ${item('customers', CUSTOMERS)}
          ${item('invoice', listAddress('invoice', switches))}
          ${item('creditNote', listAddress('creditNote', switches))}
        </nav>
        <span class="topbar-end">
          <button type="button" class="bell" title="${texts.notifications}"><span class="icon is-bell"></span></button>
          <span class="avatar" title="${firstName} ${lastName}">${firstName.slice(0, 1)}${lastName.slice(0, 1)}</span>
          <a href="/logout">${texts.logOut}</a>
        </span>
      </header>
      ${content}
    `,
  });
}
