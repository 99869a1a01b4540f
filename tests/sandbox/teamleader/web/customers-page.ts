import { type Html, html } from './html.ts';
import type { Web } from './listing.ts';

/** The list of customers: a page of the web app that is not a list of documents. */
export function customersPage({ ledger, texts }: Web): Html {
  const customers = [...ledger.customers.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  return html`
    <main class="container">
      <div class="widgettitle"><h1 class="content_t">${texts.customers}</h1></div>
      <div class="table-frame">
        <table class="list">
          <thead><tr><th>${texts.name}</th><th>${texts.vatNumber}</th><th>${texts.city}</th><th>${texts.email}</th></tr></thead>
          <tbody>
            ${customers.map(
              ({ name, vatNumber, addresses, emails }) => html`
                <tr>
                  <td>${name}</td>
                  <td>${vatNumber}</td>
                  <td>${addresses[0]?.address.city ?? null}</td>
                  <td>${emails[0]?.email ?? null}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </main>
  `;
}
