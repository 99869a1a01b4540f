import type { ButtonView } from '../../lib/messages.ts';
import { element, host, icon, button as userButton } from './draw.ts';

const ARROWS = 'M2.5 7a5.5 5.5 0 0 1 9.6-2.6L13.5 6M13.5 2.5V6H10M13.5 9a5.5 5.5 0 0 1-9.6 2.6L2.5 10M2.5 13.5V10H6';

export interface SyncButton {
  readonly host: HTMLElement;
  readonly focusable: HTMLElement;
  /** @param toolbar null: it floats. Where another guest has moved it, it stays. */
  put(toolbar: Element | null): void;
  draw(view: ButtonView): void;
}

/** Of one width whatever it says, so that its neighbours stay where they are. */
export function createButton(onClick: () => void): SyncButton {
  const { host: place, root } = host('button');
  const label = element('b', {});
  const bar = element('i', {});
  const button = userButton(icon(ARROWS), 'sync', () => button.ariaDisabled === 'true' || onClick());
  const spoken = element('div', { class: 'spoken', role: 'status' });
  button.append(label, bar);
  root.append(button, spoken);
  let put: Element | null = null;
  return {
    host: place,
    focusable: button,
    put: (toolbar) => {
      const parent = toolbar ?? document.body;
      place.toggleAttribute('data-floating', toolbar === null);
      if (place.isConnected && put === parent) return;
      put = parent;
      parent.append(place);
    },
    draw: ({ state, label: text, title, progress }) => {
      // What it is about is told when that changes; each number would be too much.
      const before = button.dataset['state'];
      if (before !== undefined && before !== state) spoken.textContent = text;
      if (label.textContent !== text) label.textContent = text;
      button.dataset['state'] = state;
      button.className = `sync ${state}`;
      button.title = title;
      button.ariaDisabled = String(state === 'working');
      bar.style.width = progress === null ? '0' : `${Math.round((progress.done / progress.total) * 100)}%`;
    },
  };
}
