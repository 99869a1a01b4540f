// Not the polyfill, which is ten times as long as all of this.
import { browser } from '@wxt-dev/browser';

type Drawn = string | DrawnElement;

interface DrawnElement {
  readonly tag: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Drawn[];
}

/** What the popup looked like last. It lies where it is read at once: the browser's other storage answers a frame later. */
interface Picture {
  /** The version: another one draws it in other styles, and says what its shape is. */
  readonly of: string;
  /** When it was so. */
  readonly day: string;
  readonly drawn: readonly Drawn[];
}

const PICTURE = 'picture';

const version = (): string => browser.runtime.getManifest().version;
const today = (): string => new Date().toDateString();

const isPicture = (kept: unknown): kept is Picture =>
  typeof kept === 'object' &&
  kept !== null &&
  'of' in kept &&
  kept.of === version() &&
  'day' in kept &&
  typeof kept.day === 'string' &&
  'drawn' in kept &&
  Array.isArray(kept.drawn);

/**
 * Draws what stood there last, until the page itself is loaded.
 * @returns whether there is anything
 */
export function drawPicture(place: HTMLElement): boolean {
  const picture = inStorage(readPicture);
  if (picture === null) return false;
  // It looks like the page, but nobody answers there yet.
  place.inert = true;
  place.append(...picture.nodes);
  if (picture.day !== today()) hideTimes(place);
  return true;
}

function readPicture(area: Storage): { readonly day: string; readonly nodes: readonly Node[] } | null {
  const kept: unknown = JSON.parse(area.getItem(PICTURE) ?? 'null');
  return isPicture(kept) ? { day: kept.day, nodes: kept.drawn.map(made) } : null;
}

/** Of another day, a time without a date would be read wrongly: what tells one leaves its place empty. */
function hideTimes(place: HTMLElement): void {
  for (const told of place.querySelectorAll<HTMLElement>('[data-of-today]')) told.style.visibility = 'hidden';
}

/** Keeps what stands here now; of what stood here before, nothing is left even where that fails. */
export function keepPicture(place: HTMLElement): void {
  const picture: Picture = { of: version(), day: today(), drawn: drawnIn(place) };
  forgetPicture();
  inStorage((area) => area.setItem(PICTURE, JSON.stringify(picture)));
}

/** To be called whenever it may be of something that is no more. */
export const forgetPicture = (): void => void inStorage((area) => area.removeItem(PICTURE));

/**
 * Null where it is full, broken or forbidden by a policy, or what lies there is not understood: there is no picture then,
 * and nothing else is lost.
 */
function inStorage<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

const drawnIn = (place: Element): readonly Drawn[] =>
  [...place.childNodes].filter((node) => node instanceof Element || node instanceof Text).map(drawnOf);

const drawnOf = (node: Element | Text): Drawn =>
  node instanceof Element
    ? {
        tag: node.localName,
        namespace: node.namespaceURI,
        attributes: attributesOf(node),
        children: drawnIn(node),
      }
    : node.data;

/** What is chosen is no attribute by itself, and what was chosen first may still be one; what was opened is closed again. */
function attributesOf(element: Element): DrawnElement['attributes'] {
  const { checked, selected, open, ...attributes } = Object.fromEntries(
    [...element.attributes].map(({ name, value }) => [name, value]),
  );
  if (element instanceof HTMLOptionElement && element.selected) return { ...attributes, selected: '' };
  if (element instanceof HTMLInputElement && element.checked) return { ...attributes, checked: '' };
  return attributes;
}

function made(drawn: Drawn): Node {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  const element = document.createElementNS(drawn.namespace, drawn.tag);
  for (const [name, value] of Object.entries(drawn.attributes)) {
    // The policy forbids a style as text.
    if (name === 'style' && element instanceof HTMLElement) element.style.cssText = value;
    else element.setAttribute(name, value);
  }
  element.append(...drawn.children.map(made));
  return element;
}
