// Not the polyfill, which is ten times as long as all of this.
import { browser } from '@wxt-dev/browser';
import { chosenLanguage, LANGUAGE, type Language } from '../../lib/i18n/language.ts';
import { PICTURE, SNAPSHOT } from '../../lib/snapshot.ts';

type Drawn = string | DrawnElement;

interface DrawnElement {
  readonly tag: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Drawn[];
}

interface Picture {
  readonly of: string;
  readonly drawn: readonly Drawn[];
}

interface Stored {
  readonly [PICTURE]?: Picture;
  readonly [SNAPSHOT]?: unknown;
}

/** Where no frame comes, as in a hidden tab, this is waited and no longer. */
const LONGEST_FRAMES_MS = 100;

/** Draws what stood here last, until the page itself is loaded: nothing where there is something else to show by now. */
export async function drawPicture(place: HTMLElement): Promise<void> {
  const [{ [PICTURE]: picture, [SNAPSHOT]: snapshot }, settings] = await Promise.all([
    browser.storage.session.get<Stored>([PICTURE, SNAPSHOT]),
    browser.storage.local.get(LANGUAGE),
  ]);
  if (picture?.of !== keyOf(snapshot, chosenLanguage(settings))) return;
  // It looks like the page, but nobody answers there yet.
  place.inert = true;
  place.append(...picture.drawn.map(made));
  await painted();
}

/** What is loaded next would hold the paint up. */
const painted = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    setTimeout(resolve, LONGEST_FRAMES_MS);
  });

/**
 * Keeps what stands here now.
 * @param shown what the background said last
 * @param language as the user chose it
 */
export async function keepPicture(place: HTMLElement, shown: unknown, language: Language | null): Promise<void> {
  const picture: Picture = { of: keyOf(shown, language), drawn: drawnIn(place) };
  await browser.storage.session.set({ [PICTURE]: picture });
}

/** What a picture is of. The storage gives the parts of what it holds back in an order of its own. */
const keyOf = (shown: unknown, language: Language | null): string => JSON.stringify([language, shown], inOrder);

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

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

/** What is chosen is no attribute by itself, and what was chosen first may still be one. */
function attributesOf(element: Element): DrawnElement['attributes'] {
  const { checked, selected, ...attributes } = Object.fromEntries(
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
