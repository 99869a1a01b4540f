import type { PanelView } from '../../lib/messages.ts';
import { element, host, sheet } from './draw.ts';

const STYLES = sheet(`
  :host { position: fixed; right: 24px; top: 116px; z-index: 2147483000; }
  section { box-sizing: border-box; width: 400px; max-height: min(560px, calc(100vh - 140px)); overflow: auto; padding: 16px 18px; border: 1px solid #cfd7d4; border-radius: 10px; background: #fff; color: #17211f; font: 14px/1.45 system-ui, sans-serif; box-shadow: 0 10px 36px #10201c33; }
  header { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
  h2 { margin: 0; font-size: 16px; }
  button { font: inherit; font-weight: 600; padding: 4px 10px; border: 1px solid #788682; border-radius: 6px; background: #fff; color: #17211f; cursor: pointer; }
  button:focus-visible, section:focus-visible { outline: 2px solid #12574f; outline-offset: 2px; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; margin: 12px 0; }
  dt { text-align: right; font-weight: 600; font-variant-numeric: tabular-nums; }
  dd { margin: 0; color: #55625f; }
  .good { color: #14643a; } .attention { color: #8c1d18; }
  ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 10px; }
  li { border-left: 3px solid #b3473f; padding-left: 10px; }
  li strong { display: block; }
  p { margin: 0; } .soft { color: #55625f; }
`);

export interface Panel {
  show(view: PanelView, after: Element, takeFocus: boolean): void;
  close(): void;
}

/** The result of a run: not modal, closed by its button or Escape; what is behind it stays usable. */
export function createPanel(): Panel {
  const { host: place, root } = host('panel', STYLES);
  const panel: Panel = {
    show: (view, after, takeFocus) => {
      const close = element('button', { type: 'button' }, view.closeLabel);
      close.addEventListener('click', panel.close);
      const section = element(
        'section',
        { role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1' },
        element('header', {}, element('h2', { id: 'title', class: view.tone }, view.title), close),
        element(
          'dl',
          {},
          ...view.counts
            .filter(({ count }) => count > 0)
            .flatMap(({ label, count, tone }) => [
              element('dt', { class: tone }, String(count)),
              element('dd', {}, label),
            ]),
        ),
        element('ul', {}, ...view.failures.map(failure)),
        view.more === null ? null : element('p', { class: 'soft' }, view.more),
      );
      section.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') panel.close();
      });
      root.replaceChildren(section);
      after.after(place);
      if (takeFocus) section.focus();
    },
    close: () => place.remove(),
  };
  return panel;
}

const failure = ({ document, customer, cause, fix }: PanelView['failures'][number]): HTMLLIElement =>
  element(
    'li',
    {},
    element('strong', {}, [document, customer].filter((part) => part !== '').join(' · ')),
    element('p', {}, cause),
    element('p', { class: 'soft' }, fix),
  );
