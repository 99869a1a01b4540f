import type { BusinessDocument } from '../../business/business.ts';
import type { Switches } from '../../contract.ts';
import type { DocumentKind } from './client/list-model.ts';

const CLASSIC: Readonly<Record<DocumentKind, string>> = { invoice: '/invoices.php', creditNote: '/creditnotes.php' };
const NEWER: Readonly<Record<DocumentKind, string>> = { invoice: '/web/invoices', creditNote: '/web/credit-notes' };

export const CUSTOMERS = '/companies.php';

/** Where a list stands in the layout that is switched on. */
export const listAddress = (kind: DocumentKind, { layout }: Switches): string =>
  (layout === 'classic' ? CLASSIC : NEWER)[kind];

const CLASSIC_DETAIL: Readonly<Record<DocumentKind, string>> = {
  invoice: '/invoice_detail.php',
  creditNote: '/creditnote_detail.php',
};

/** Where a link to a document leads. Only the older addresses take numbers, so they carry them in every layout. */
export function detailAddress({ kind, id, legacyId }: BusinessDocument, { layout, idsInLinks }: Switches): string {
  if (idsInLinks === 'number') return `${CLASSIC_DETAIL[kind]}?id=${legacyId}`;
  return layout === 'classic' ? `${CLASSIC_DETAIL[kind]}?id=${id}` : `${NEWER[kind]}/${id}`;
}

export type Place =
  | { readonly page: 'list'; readonly kind: DocumentKind }
  | { readonly page: 'detail'; readonly kind: DocumentKind; readonly id: string; readonly newer: boolean }
  | { readonly page: 'customers' };

/** Which page an address means, in whichever layout; null where there is none. */
export function placeOf({ pathname, searchParams }: URL): Place | null {
  if (pathname === CUSTOMERS) return { page: 'customers' };
  for (const kind of ['invoice', 'creditNote'] as const) {
    if (pathname === CLASSIC[kind] || pathname === NEWER[kind]) return { page: 'list', kind };
    if (pathname === CLASSIC_DETAIL[kind]) {
      return { page: 'detail', kind, id: searchParams.get('id') ?? '', newer: false };
    }
    if (pathname.startsWith(`${NEWER[kind]}/`)) {
      return { page: 'detail', kind, id: pathname.slice(NEWER[kind].length + 1), newer: true };
    }
  }
  return null;
}
