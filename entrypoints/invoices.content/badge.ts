import type { BadgeIcon, BadgeView } from '../../lib/messages.ts';
import { element, host, icon, sheet } from './draw.ts';

export const BADGE_MARK = 'badge';

const ICONS: Readonly<Record<BadgeIcon, string>> = {
  outOfScope: 'M4 8h8',
  waiting: 'M8 4.5V8l2.5 1.5M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  booking: 'M8 2a6 6 0 1 0 6 6',
  booked: 'M3.5 8.5 6.5 11.5 12.5 5',
  paid: 'M1.5 8.5 4.5 11.5 10 5M7.5 10.5 8.5 11.5 14 5',
  attention: 'M8 4v5M8 11.6v.1M8 1.8l6.6 12H1.4z',
};

/** The size is the same from the first moment on, so that nothing moves when the text comes. */
const STYLES = sheet(`
  :host { display: inline-block; vertical-align: middle; margin-left: 8px; }
  span { display: inline-flex; align-items: center; gap: 4px; box-sizing: border-box; width: 122px; height: 20px; padding: 0 8px; border-radius: 10px; font: 500 12px/20px system-ui, sans-serif; white-space: nowrap; overflow: hidden; cursor: default; color: #47524f; background: #eef1f0; }
  span.good { color: #0f5132; background: #e3f4ea; }
  span.busy { color: #0d4f63; background: #e0f1f6; }
  span.attention { color: #8c1d18; background: #fdeceb; }
  svg { width: 13px; height: 13px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  b { font-weight: 500; overflow: hidden; text-overflow: ellipsis; }
  @media (forced-colors: active) { span { border: 1px solid CanvasText; } }
`);

/** Puts the badge into the cell, or changes the one that is there; a badge is never put twice. */
export function drawBadge(cell: Element, view: BadgeView | null): void {
  const there = cell.querySelector(`:scope > [data-boekbrug="${BADGE_MARK}"]`);
  const root = there?.shadowRoot ?? put(cell);
  const drawn = view === null ? '' : `${view.icon} ${view.tone} ${view.text} ${view.title}`;
  const before = root.firstElementChild;
  if (before?.getAttribute('data-drawn') === drawn) return;
  const content =
    view === null
      ? element('span', { 'data-drawn': drawn, 'aria-hidden': 'true' })
      : element(
          'span',
          {
            'data-drawn': drawn,
            class: view.tone,
            role: 'img',
            title: view.title,
            'aria-label': `${view.text}: ${view.title}`,
          },
          icon(ICONS[view.icon]),
          element('b', {}, view.text),
        );
  root.replaceChildren(content);
}

function put(cell: Element): ShadowRoot {
  const badge = host(BADGE_MARK, STYLES);
  // The row may open its document on a click; the badge is not the row.
  badge.host.addEventListener('click', (event) => event.stopPropagation());
  cell.append(badge.host);
  return badge.root;
}
