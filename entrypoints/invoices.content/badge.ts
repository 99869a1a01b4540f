import type { BadgeIcon, BadgeView } from '../../lib/messages.ts';
import { button, element, host, icon } from './draw.ts';

const ICONS: Readonly<Record<BadgeIcon, string>> = {
  outOfScope: 'M4 8h8',
  waiting: 'M8 4.5V8l2.5 1.5M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  booking: 'M8 2a6 6 0 1 0 6 6',
  booked: 'M3.5 8.5l3 3 6-6.5',
  partlyPaid: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12',
  paid: 'M2 9l2.5 2.5L10 6M7.5 10.5l1 1L14 6',
  attention: 'M8 4v5M8 11.6v.1M8 1.8l6.6 12H1.4z',
  changed: 'M3 6h10M3 10h10M10 3l-4 10',
  removed: 'M4 4l8 8M12 4l-8 8',
};

export interface Badge {
  readonly host: HTMLElement;
  draw(view: BadgeView | null): void;
}

/** A row's badge. @param onClick told whom the focus goes back to */
export function createBadge(onClick: (opener: HTMLElement) => void): Badge {
  const { host: place, root } = host('badge');
  const badge = button(null, 'badge', () => onClick(badge));
  badge.tabIndex = -1;
  root.append(badge);
  let drawn = '';
  return {
    host: place,
    draw: (view) => {
      const draws = JSON.stringify(view);
      if (draws === drawn) return;
      drawn = draws;
      badge.tabIndex = view === null ? -1 : 0;
      if (view === null) {
        badge.replaceChildren();
        return;
      }
      const { tone, text, title } = view;
      badge.className = `badge ${tone}`;
      badge.title = title;
      badge.ariaLabel = `${text}: ${title}`;
      badge.ariaHasPopup = 'dialog';
      badge.replaceChildren(icon(ICONS[view.icon]), element('b', {}, text));
    },
  };
}
