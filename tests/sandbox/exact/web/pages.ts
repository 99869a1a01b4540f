import { readFileSync } from 'node:fs';
import type { BusinessUser } from '../../business/business.ts';
import type { SandboxAnswer } from '../../contract.ts';
import { type Html, html, htmlAnswer } from '../../teamleader/web/html.ts';
import { grossOf, type Ledger, type LedgerEntry, vatOf } from '../ledger.ts';

export const STYLE_PATH = '/assets/sandbox.css';
const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

export const styleAnswer = (): SandboxAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'text/css; charset=utf-8' },
  body: STYLE,
});

function page(status: number, title: string, content: Html, form: 'card' | 'wide' = 'card'): SandboxAnswer {
  return htmlAnswer(
    status,
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>${title} · Exact Online (sandbox)</title>
          <link rel="stylesheet" href="${STYLE_PATH}">
        </head>
        <body>
          <header>Exact Online <span>(sandbox)</span></header>
          <main class="${form}">${content}</main>
        </body>
      </html>`,
  );
}

interface LoginPage {
  readonly user: BusinessUser;
  /** What was entered as user name before. */
  readonly name: string;
  readonly problem: string | null;
}

export const loginPage = ({ user, name, problem }: LoginPage): SandboxAnswer =>
  page(
    200,
    'Log in',
    html`
      <h1>Log in</h1>
      ${problem !== null && html`<p class="problem" role="alert">${problem}</p>`}
      <form method="post">
        <label for="user">User name</label>
        <input id="user" name="UserName" type="email" value="${name}" autocomplete="username" required autofocus>
        <label for="password">Password</label>
        <input id="password" name="Password" type="password" autocomplete="current-password" required>
        <button type="submit">Log in</button>
      </form>
      <p class="hint">A stand-in for the real service. Its user: <code>${user.email}</code>, password <code>${user.password}</code></p>
    `,
  );

export const consentPage = (user: BusinessUser): SandboxAnswer =>
  page(
    200,
    'Permission',
    html`
      <h1>Give permission?</h1>
      <p><strong>Boekbrug</strong> asks to use your administrations in your name:</p>
      <ul>
        <li>read journals, VAT codes, G/L accounts and payment conditions</li>
        <li>read and change accounts</li>
        <li>read and book sales entries and documents</li>
        <li>read what customers owe</li>
      </ul>
      <form method="post" class="decision">
        <button type="submit" name="consent" value="yes">Allow</button>
        <button type="submit" name="consent" value="no" class="plain">Refuse</button>
      </form>
      <p class="hint">Logged in as ${user.firstName} ${user.lastName}</p>
    `,
  );

export const errorPage = (status: number, problem: string): SandboxAnswer =>
  page(status, 'Error', html`<h1>That did not work</h1><p class="problem" role="alert">${problem}</p>`);

const LATEST = 25;

/** What stands in the books, the newest first. */
export function homePage({ books, accounts, entries }: Ledger): SandboxAnswer {
  const latest = [...entries.values()].slice(-LATEST).reverse();
  return page(
    200,
    books.division.name,
    html`
      <h1>${books.division.name}</h1>
      <p class="hint">Division ${books.division.code} · ${accounts.size} accounts · ${entries.size} sales entries</p>
      <table>
        <thead><tr><th>Date</th><th>Journal</th><th>Number</th><th>Your ref.</th><th class="amount">Amount</th></tr></thead>
        <tbody>${latest.map(
          (entry) => html`<tr>
            <td>${entry.date}</td><td>${entry.journal}</td>
            <td><a href="/docs/FinEntry.aspx?EntryID=${entry.id}">${entry.entryNumber}</a></td>
            <td>${entry.yourRef}</td>
            <td class="amount">${entry.currency} ${grossOf(entry).toFixed(2)}</td>
          </tr>`,
        )}</tbody>
      </table>
    `,
    'wide',
  );
}

export function entryPage(entry: LedgerEntry, ledger: Ledger): SandboxAnswer {
  const { accounts, books } = ledger;
  const paidOn = ledger.settledOn(entry.id);
  const facts = [
    ['Customer', String(accounts.get(entry.customer)?.fields['Name'])],
    ['Entry date', entry.date],
    ['Due date', entry.dueDate],
    ['Your ref.', entry.yourRef],
    ['Description', entry.description],
    ['Paid', paidOn ?? 'no'],
  ] as const;
  const codeOf = (id: string | null) => books.glAccounts.find((account) => account.id === id)?.code ?? '';
  return page(
    200,
    `Sales entry ${entry.entryNumber}`,
    html`
      <h1>Sales entry ${entry.entryNumber}</h1>
      <p class="hint">Journal ${entry.journal} · ${books.division.name}</p>
      <dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      <table>
        <thead><tr><th>G/L account</th><th>Description</th><th>VAT code</th><th class="amount">Net</th><th class="amount">VAT</th></tr></thead>
        <tbody>${entry.lines.map(
          (line) => html`<tr>
            <td>${codeOf(line.glAccount)}</td><td>${line.description}</td><td>${line.vatCode}</td>
            <td class="amount">${line.net.toFixed(2)}</td><td class="amount">${line.vat.toFixed(2)}</td>
          </tr>`,
        )}</tbody>
        <tfoot><tr>
          <th colspan="3">Total ${entry.currency} ${grossOf(entry).toFixed(2)}</th>
          <td class="amount">${grossOf(entry).minus(vatOf(entry)).toFixed(2)}</td>
          <td class="amount">${vatOf(entry).toFixed(2)}</td>
        </tr></tfoot>
      </table>
    `,
    'wide',
  );
}
