import type { BusinessDocument, BusinessLine } from '../../business/business.ts';
import type { Detail } from './client/list-model.ts';
import { type Html, html } from './html.ts';
import { customerName, statusOf, type Web } from './listing.ts';

/** A document's page as texts, for the server's template and for the scripts alike. */
export function detailOf(document: BusinessDocument, { ledger, texts, formats }: Web): Detail {
  const { totals, currency } = document;
  const status = statusOf(document);
  const money = (amount: string) => formats.money(amount, currency);
  const credited = ledger.invoices.get(document.creditsInvoiceId ?? '')?.number ?? '';
  const payments = ledger.payments.get(document.id) ?? [];
  const facts: Detail['facts'] = [
    [texts.customer, customerName(document, ledger)],
    [texts.date, formats.date(document.date)],
    [texts.dueOn, formats.date(document.dueOn)],
    [texts.credits, credited],
    [texts.reference, document.paymentReference ?? ''],
    [texts.purchaseOrder, document.purchaseOrderNumber ?? ''],
    ...payments.map(
      ({ paidAt, amount }) => [texts.paidOn, `${formats.date(paidAt.slice(0, 10))} · ${money(amount)}`] as const,
    ),
  ];
  return {
    heading: `${texts[document.kind]} ${document.number ?? texts.draft}`,
    status,
    statusText: texts[status],
    facts: facts.filter(([, text]) => text !== ''),
    lineHeadings: [texts.description, texts.quantity, texts.unitPrice, texts.discount, texts.net],
    lines: document.lines.map((line) => lineTexts(line, currency, formats)),
    totals: [
      [texts.net, money(totals.net)],
      [texts.vat, money(totals.vat)],
      [texts.gross, money(totals.gross)],
      ...(document.kind === 'invoice' ? [[texts.due, money(ledger.dueOf(document).toString())] as const] : []),
    ],
  };
}

function lineTexts(line: BusinessLine, currency: string, formats: Web['formats']): readonly string[] {
  return [
    line.description,
    formats.number(line.quantity),
    formats.money(line.unitPrice, currency),
    line.discount === null ? '' : `${formats.number(line.discount)} %`,
    formats.money(line.net, currency),
  ];
}

/** The older page of a document. */
export function classicDetail(detail: Detail, backTo: string, { texts }: Web): Html {
  return html`
    <main class="container detail">
      <a class="back" href="${backTo}">${texts.back}</a>
      <div class="widgettitle">
        <h1>${detail.heading} <span class="status is-${detail.status}">${detail.statusText}</span></h1>
      </div>
      <dl>${detail.facts.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
      <table class="lines">
        <thead><tr>${detail.lineHeadings.map((heading) => html`<th>${heading}</th>`)}</tr></thead>
        <tbody>
          ${detail.lines.map((line) => html`<tr>${line.map((text) => html`<td>${text}</td>`)}</tr>`)}
        </tbody>
      </table>
      <dl class="totals">${detail.totals.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
    </main>
  `;
}
