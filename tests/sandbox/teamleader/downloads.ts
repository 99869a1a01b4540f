import type { BusinessDocument } from '../business/business.ts';
import type { SandboxAnswer, SandboxClock } from '../contract.ts';
import { text } from './answers.ts';
import { newSecret } from './ids.ts';
import { instant } from './instants.ts';
import { documentPdf } from './pdf.ts';

export const DOWNLOAD_HOST = 'cdn.teamleader.eu';
const LINK_LIFE = 15 * 60_000;

export interface Downloads {
  /** A link that needs no token and ends after a quarter of an hour. */
  offer(document: BusinessDocument, format: string): { readonly location: string; readonly expires: string };
  fetch(path: string): SandboxAnswer;
}

export function createDownloads(clock: SandboxClock): Downloads {
  const offers = new Map<string, { document: BusinessDocument; format: string; expiresAt: number }>();
  return {
    offer: (document, format) => {
      const path = `/${newSecret()}`;
      const expiresAt = clock.now() + LINK_LIFE;
      offers.set(path, { document, format, expiresAt });
      return { location: `https://${DOWNLOAD_HOST}${path}`, expires: instant(expiresAt) };
    },
    fetch: (path) => {
      const offer = offers.get(path);
      if (offer === undefined) return text(404, 'Not found');
      if (offer.expiresAt <= clock.now()) return text(403, 'This link has expired');
      return offer.format === 'pdf' ? pdfAnswer(offer.document) : ublAnswer(offer.document);
    },
  };
}

function pdfAnswer(document: BusinessDocument): SandboxAnswer {
  return { status: 200, headers: { 'content-type': 'application/pdf' }, body: documentPdf(document) };
}

/** Only what tells one document from another: nothing reads more of it. */
function ublAnswer({ kind, number, date, currency, totals }: BusinessDocument): SandboxAnswer {
  const root = kind === 'invoice' ? 'Invoice' : 'CreditNote';
  const body = [
    `<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2">`,
    `<ID>${number ?? ''}</ID><IssueDate>${date ?? ''}</IssueDate>`,
    `<PayableAmount currencyID="${currency}">${totals.gross}</PayableAmount>`,
    `</${root}>`,
  ].join('');
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}
