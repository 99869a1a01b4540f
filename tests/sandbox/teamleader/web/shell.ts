import type { BusinessUser } from '../../business/business.ts';
import { type Html, html } from './html.ts';
import type { Texts } from './texts.ts';

interface Document {
  readonly language: string;
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  readonly body: Html;
}

export function document({ language, title, styles, scripts = [], body }: Document): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  ${styles.map((style) => html`<link rel="stylesheet" href="/assets/${style}.css">`)}
  ${scripts.map((script) => html`<script src="/assets/${script}.js" defer></script>`)}
</head>
<body>${body}</body>
</html>`;
}

export interface AppPage {
  readonly texts: Texts;
  readonly language: string;
  readonly user: BusinessUser;
  readonly active: 'invoices' | 'creditNotes' | 'customers';
  readonly paths: Readonly<Record<'invoices' | 'creditNotes', string>>;
  readonly scripts?: readonly string[];
  readonly content: Html;
}

/** A page of the web app: the bar at the top, the navigation, and what is in it. */
export function appPage({ texts, language, user, active, paths, scripts = [], content }: AppPage): Html {
  const item = (name: 'invoices' | 'creditNotes') =>
    html`<a href="${paths[name]}"${active === name && html` aria-current="page"`}>${texts[name]}</a>`;
  return document({
    language,
    title: `${texts[active]} · ${texts.product}`,
    styles: ['base', 'app'],
    scripts,
    body: html`
      <header class="topbar">
        <span class="logo">${texts.product} <small>(${texts.sandbox})</small></span>
        <nav>${item('invoices')}${item('creditNotes')}<a href="/companies.php">${texts.customers}</a></nav>
        <span class="user">${user.firstName} ${user.lastName} · <a href="/logout">${texts.logOut}</a></span>
      </header>
      ${content}
    `,
  });
}
