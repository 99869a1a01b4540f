import type { BadgeView, RowReference } from '../../lib/messages.ts';
import { all } from './across.ts';
import { type Badge, createBadge } from './badge.ts';
import { isOwn } from './draw.ts';
import type { PageReading, PageRow } from './read-page.ts';
import { ANY_CELL } from './strategies.ts';

/** Of one page's rows, each with one badge at most, whatever the page and its other guests do to them. */
export class Badges {
  readonly #open: (row: RowReference, opener: HTMLElement) => void;
  /** By the row's element; a row may come to hold another document. */
  #drawn = new Map<Element, { readonly badge: Badge; row: PageRow }>();
  #isNarrow = false;

  constructor(open: (row: RowReference, opener: HTMLElement) => void) {
    this.#open = open;
  }

  /** @returns whether any had to be put into the page */
  draw({ rows, roots }: PageReading, views: ReadonlyMap<string, BadgeView>): boolean {
    const before = this.#drawn;
    this.#drawn = new Map();
    const put: PageRow[] = [];
    for (const row of rows) {
      const drawn = before.get(row.element) ?? this.#create(row);
      before.delete(row.element);
      drawn.row = row;
      this.#drawn.set(row.element, drawn);
      const { badge } = drawn;
      if (!badge.host.isConnected || !stands(badge.host, row)) {
        place(badge.host, row);
        put.push(row);
      }
      badge.draw(views.get(row.reference.key) ?? null);
    }
    for (const { badge } of before.values()) badge.host.remove();
    // What another guest has copied along with a row is nobody's.
    for (const host of all(roots, '[data-boekbrug]')) if (!isOwn(host)) host.remove();
    if (put[0] !== undefined) this.#fit(put[0]);
    return put.length > 0;
  }

  /** Removes them all, and forgets how much room there was. */
  clear(): void {
    for (const { badge } of this.#drawn.values()) badge.host.remove();
    this.#drawn.clear();
    this.#isNarrow = false;
  }

  #create(row: PageRow) {
    const drawn = { row, badge: createBadge((opener) => this.#open(drawn.row.reference, opener)) };
    if (this.#isNarrow) shrink(drawn.badge);
    return drawn;
  }

  /** The rows of a list are alike: where one has no room for texts, none has. */
  #fit(row: PageRow): void {
    const host = this.#drawn.get(row.element)?.badge.host;
    if (host === undefined || this.#isNarrow || hasRoom(host, row)) return;
    this.#isNarrow = true;
    for (const { badge: other } of this.#drawn.values()) shrink(other);
  }
}

const shrink = ({ host }: Badge): void => host.setAttribute('data-narrow', '');

const INLINE = new Set(['a', 'b', 'button', 'em', 'small', 'span', 'strong']);

/** Beside what the page may fill anew, not in it. */
function place(host: HTMLElement, { anchor }: PageRow): void {
  if (INLINE.has(anchor.localName)) anchor.after(host);
  else anchor.append(host);
}

/** Another guest may have moved it: somewhere in its row it is still right. */
const stands = (host: HTMLElement, { element, anchor }: PageRow): boolean =>
  element.contains(host) || anchor.parentNode?.contains(host) === true;

/** Neither cut off by the cell's edge nor on a line of its own. */
function hasRoom(host: HTMLElement, { anchor }: PageRow): boolean {
  const cell = host.closest(ANY_CELL);
  if (cell === null) return true;
  const own = host.getBoundingClientRect();
  const isBelow = INLINE.has(anchor.localName) && own.top >= anchor.getBoundingClientRect().bottom;
  return !isBelow && own.right <= cell.getBoundingClientRect().right;
}
