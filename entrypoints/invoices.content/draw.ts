/** Small helpers to build what is shown. Nothing here is made from a string of HTML. */
import styles from './styles.css?inline';

type Child = Node | string | null;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A click that the page's own scripts have made up is not the user's, and does nothing. */
export function button(label: Child, tone: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: tone }, label);
  made.addEventListener('click', ({ isTrusted }) => isTrusted && onClick());
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** @param path in a box of 16 by 16 */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Shadow roots share them: what is the same in all, and the scheme. Pages that show nothing of ours have none. */
let sheets: readonly [CSSStyleSheet, CSSStyleSheet] | null = null;
const shared = () => (sheets ??= [sheet(styles), sheet('')]);
let isDark = false;

/** Our colours follow the page's, whatever the system prefers: Teamleader is light. */
export function followPage(): void {
  const paper = [document.body, document.documentElement]
    .map(
      (part) =>
        getComputedStyle(part)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [],
    )
    .find(([, , , alpha = 1]) => alpha > 0);
  const [red = 255, green = 255, blue = 255] = paper ?? [];
  if (isDark === red + green + blue < 330) return;
  isDark = !isDark;
  shared()[1].replaceSync(isDark ? ':host{color-scheme:dark}' : '');
}

export const MOUSE = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'];

const own = new WeakSet<Element>();

/** Made by us, and not a copy that another guest of the page has made. */
export const isOwn = (host: Element): boolean => own.has(host);

/**
 * An element of ours in the page: marked, closed off from the page's styles. A row may open its document on a click or a
 * key, and what is ours is not the row: nothing that happens in it gets out.
 */
export function host(mark: string): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const made = element('span', { 'data-boekbrug': mark });
  own.add(made);
  const root = made.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [...shared()];
  for (const name of [...MOUSE, 'keydown']) made.addEventListener(name, (event) => event.stopPropagation());
  return { host: made, root };
}
