/** Small helpers to build what is shown. Nothing here is made from a string of HTML. */

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

/** Shadow roots share one sheet. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** An element of ours in the page: marked, closed off from the page's styles. */
export function host(mark: string, styles: CSSStyleSheet): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const made = element('span', { 'data-boekbrug': mark });
  const root = made.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styles];
  return { host: made, root };
}
