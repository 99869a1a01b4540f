/** Finding one's way through a page whose parts may stand in open shadow roots. */

export type Root = Document | ShadowRoot;

/** The document and every open shadow root in it but ours. */
export function rootsOf(root: Root): Root[] {
  const found = [root];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot !== null && !isOurs(element)) found.push(...rootsOf(element.shadowRoot));
  }
  return found;
}

export const isOurs = (node: Node): boolean => node instanceof Element && node.hasAttribute('data-boekbrug');

export const all = (roots: readonly Root[], selector: string): Element[] =>
  roots.flatMap((root) => [...root.querySelectorAll(selector)]);

/** The element around it, also where that is the host of a shadow root. */
export function around(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The elements that stand in it, ours aside: in its shadow root, where it has one. */
export const inside = (element: Element): Element[] =>
  [...(element.shadowRoot ?? element).children].filter((child) => !isOurs(child));

/** Our own badge stands in a shadow root, so it is not part of the text. */
export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The innermost element that holds all of the text. */
export function innermost(element: Element): Element {
  const inner = inside(element).find((child) => textOf(child) === textOf(element));
  return inner === undefined ? element : innermost(inner);
}
