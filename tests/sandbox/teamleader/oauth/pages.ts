import type { Business, BusinessUser } from '../../business/business.ts';
import { type Html, html } from '../web/html.ts';
import { document } from '../web/shell.ts';
import type { Texts } from '../web/texts.ts';

interface LogInPage {
  readonly texts: Texts;
  readonly language: string;
  /** Where to go on after the log-in: a path on this host. */
  readonly returnTo: string;
  readonly email: string;
  readonly failed: boolean;
  readonly user: BusinessUser;
}

export function logInPage({ texts, language, returnTo, email, failed, user }: LogInPage): Html {
  return card(
    texts,
    language,
    texts.logIn,
    html`
    <h1>${texts.logInIntro}</h1>
    ${failed && html`<p class="notice is-error" role="alert">${texts.logInFailed}</p>`}
    <form method="post" action="/login">
      <input type="hidden" name="return" value="${returnTo}">
      <label for="email">${texts.email}</label>
      <input id="email" type="email" name="email" value="${email}" autocomplete="username" required autofocus>
      <label for="password">${texts.password}</label>
      <input id="password" type="password" name="password" autocomplete="current-password" required>
      <button class="button is-primary is-wide" type="submit">${texts.logIn}</button>
    </form>
    <p class="hint">${texts.sandboxAccount}<br><code>${user.email}</code> · <code>${user.password}</code></p>
  `,
  );
}

interface ConsentPage {
  readonly texts: Texts;
  readonly language: string;
  readonly business: Business;
  readonly user: BusinessUser;
  readonly app: string;
  /** The authorize address with its query, to which the decision is posted. */
  readonly action: string;
}

export function consentPage({ texts, language, business, user, app, action }: ConsentPage): Html {
  const scopes = [texts.consentUsers, texts.consentInvoices, texts.consentCustomers, texts.consentSettings];
  return card(
    texts,
    language,
    texts.consentTitle,
    html`
    <h1>${texts.consentTitle}</h1>
    <p class="hint">${user.firstName} ${user.lastName} · ${business.companyEntity.name}</p>
    <p><strong>${app}</strong> ${texts.consentIntro}</p>
    <ul class="scopes">${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>
    <form class="decision" method="post" action="${action}">
      <button class="button" type="submit" name="decision" value="deny">${texts.deny}</button>
      <button class="button is-primary" type="submit" name="decision" value="allow">${texts.allow}</button>
    </form>
  `,
  );
}

export function oauthErrorPage(texts: Texts, language: string, explanation: string): Html {
  return card(texts, language, texts.errorTitle, html`<h1>${texts.errorTitle}</h1><p>${explanation}</p>`);
}

function card(texts: Texts, language: string, title: string, content: Html): Html {
  return document({
    language,
    title: `${title} · ${texts.product}`,
    styles: ['base', 'card'],
    body: html`
      <main class="card-page">
        <p class="logo">${texts.product} <small>(${texts.sandbox})</small></p>
        <section class="card">${content}</section>
      </main>
    `,
  });
}
