/** What an address of Teamleader promises: the one check that every page pays for. */
import type { RowReference } from '../../lib/messages.ts';

export type Kind = RowReference['kind'];

export type Address =
  | { readonly page: 'list'; readonly kind: Kind }
  | { readonly page: 'detail'; readonly kind: Kind; readonly id: string }
  /** An address that nobody knew: a list only if it is seen to be one. */
  | { readonly page: 'unknown' };

const LIST = /^\/(?:(?:invoices|credit_?notes)\.php|web\/(?:invoices|credit-?notes)\/?)$/;

/** With the id behind the address or in it. */
const DOCUMENT =
  /(?:(?:invoice|credit_?note)_detail\.php\?(?:.*&)?id=|\/web\/(?:invoice|credit-?note)s\/)([0-9a-f-]{36}|\d+)(?![\w-])/i;

/** Teamleader may move its lists, but hardly out of all these words. */
const MAY_BE = /invoic|credit|factu|rechnung|gutschrift|revenue|billing/i;

export function readAddress({ pathname, search }: URL): Address | null {
  if (LIST.test(pathname)) return { page: 'list', kind: kindIn(pathname) };
  const linked = linkedDocument(pathname + search);
  if (linked !== null) return { page: 'detail', ...linked };
  return MAY_BE.test(pathname) ? { page: 'unknown' } : null;
}

/** The document that a link leads to. */
export function linkedDocument(href: string): { readonly kind: Kind; readonly id: string } | null {
  const [address, id] = DOCUMENT.exec(href) ?? [];
  return address === undefined || id === undefined ? null : { kind: kindIn(address), id: id.toLowerCase() };
}

const kindIn = (address: string): Kind => (/credit/i.test(address) ? 'creditNote' : 'invoice');
