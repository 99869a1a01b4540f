import type { ButtonView } from '../../lib/messages.ts';
import { element, host, icon, sheet } from './draw.ts';

const ARROWS = 'M2.5 7a5.5 5.5 0 0 1 9.6-2.6L13.5 6M13.5 2.5V6H10M13.5 9a5.5 5.5 0 0 1-9.6 2.6L2.5 10M2.5 13.5V10H6';

const STYLES = sheet(`
  :host { display: inline-block; position: relative; }
  :host([data-floating]) { position: fixed; right: 24px; bottom: 72px; z-index: 2147483000; }
  button { position: relative; overflow: hidden; display: inline-flex; align-items: center; gap: 8px; box-sizing: border-box; min-width: 168px; height: 34px; padding: 0 14px; border: 1px solid #12574f; border-radius: 6px; background: #12574f; color: #fff; font: 600 14px/1 system-ui, sans-serif; cursor: pointer; }
  button:hover { background: #0e453f; }
  button:focus-visible { outline: 2px solid #12574f; outline-offset: 2px; }
  button[data-state=attention] { background: #fff; color: #8c1d18; border-color: #b3473f; }
  button[data-state=done] { background: #fff; color: #12574f; }
  button[data-state=notSetUp] { background: #fff; color: #17211f; border-color: #788682; }
  button[aria-disabled=true] { cursor: progress; }
  svg { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
  button i { position: absolute; left: 0; bottom: 0; height: 3px; background: #7fe0c8; }
  @media (prefers-reduced-motion: no-preference) {
    button[data-state=working] svg { animation: turn 1.2s linear infinite; }
    button i { transition: width .3s; }
  }
  @keyframes turn { to { transform: rotate(360deg); } }
  @media (forced-colors: active) { button { border: 1px solid ButtonText; } }
`);

export interface SyncButton {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  draw(view: ButtonView): void;
}

export function createButton(onClick: () => void): SyncButton {
  const { host: place, root } = host('button', STYLES);
  const label = element('span', {});
  const bar = element('i', {});
  const button = element('button', { type: 'button' }, icon(ARROWS), label, bar);
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    if (button.getAttribute('aria-disabled') !== 'true') onClick();
  });
  root.append(button);
  return {
    host: place,
    root,
    draw: ({ state, label: text, title, progress }) => {
      if (label.textContent !== text) label.textContent = text;
      button.dataset['state'] = state;
      button.title = title;
      button.setAttribute('aria-disabled', String(state === 'working'));
      bar.style.width = progress === null ? '0' : `${Math.round((progress.done / progress.total) * 100)}%`;
    },
  };
}
