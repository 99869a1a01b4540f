import { EXACT_REGIONS, type Region } from './region.ts';

const TEAMLEADER = 'https://focus.teamleader.eu';

/** Where the address of the invoice list is kept, as it was last seen in this browser. */
export const LIST_ADDRESS = 'invoiceList';

/** The list's address where none has been seen yet: the detail pages' own form. */
const USUAL_LIST = `${TEAMLEADER}/invoices.php`;

/** @param stored what storage holds, which may be anything */
export function listAddress(stored: unknown): string {
  const isKnown = typeof stored === 'string' && URL.canParse(stored) && new URL(stored).origin === TEAMLEADER;
  return isKnown ? stored : USUAL_LIST;
}

/** The list as it opens, without what was searched or chosen in it. */
export const withoutSearch = (url: string): string => new URL(new URL(url).pathname, TEAMLEADER).href;

/** A customer's page in Teamleader, by `company/<id>` or `contact/<id>`; null for anything else. */
export function customerAddress(key: string): string | null {
  const [, type, id] = /^(company|contact)\/([\w-]+)$/.exec(key) ?? [];
  return type === undefined || id === undefined ? null : `${TEAMLEADER}/${type}_detail.php?id=${id}`;
}

/** Exact's own start page, in the division where one is chosen. */
export const exactAddress = (region: Region, division: number | null): string =>
  `https://start.exactonline.${EXACT_REGIONS[region]}/docs/MenuPortal.aspx${division === null ? '' : `?_Division_=${division}`}`;
