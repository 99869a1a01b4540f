// Not the polyfill, which is ten times as long as all of this.
import { browser } from '@wxt-dev/browser';
import { LANGUAGE } from '../../lib/i18n/language.ts';
import { SNAPSHOT } from '../../lib/snapshot.ts';

/** Lies beside the snapshot that it shows, and like it is gone with the session and with an update. */
const PICTURE = 'snapshot/picture';

type Drawn = string | DrawnElement;

interface DrawnElement {
  readonly tag: string;
  readonly namespace: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Drawn[];
}

interface Picture {
  /** The snapshot that it shows, and the language in which. */
  readonly of: string;
  readonly drawn: readonly Drawn[];
}

interface Stored {
  readonly [PICTURE]?: Picture;
  readonly [SNAPSHOT]?: unknown;
}

/** What a picture must be of to be shown now, and the picture that there is. */
async function readStored(): Promise<{ readonly of: string; readonly picture: Picture | undefined }> {
  const [stored, chosen] = await Promise.all([
    browser.storage.session.get<Stored>([PICTURE, SNAPSHOT]),
    browser.storage.local.get(LANGUAGE),
  ]);
  return { of: JSON.stringify([chosen[LANGUAGE], stored[SNAPSHOT]]), picture: stored[PICTURE] };
}

/** Draws what stood here last, until the page itself is loaded: nothing where there is another snapshot by now. */
export async function drawPicture(place: HTMLElement): Promise<void> {
  const { of, picture } = await readStored();
  if (picture?.of !== of) return;
  // It looks like the page, but nobody answers there yet.
  place.inert = true;
  place.append(...picture.drawn.map(made));
  if (!document.hidden) await painted();
}

/** What is loaded next would hold the paint up. (A hidden page is never painted.) */
const painted = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Keeps what stands here now. */
export async function keepPicture(place: HTMLElement): Promise<void> {
  const { of } = await readStored();
  const picture: Picture = { of, drawn: drawnIn(place) };
  await browser.storage.session.set({ [PICTURE]: picture });
}

const drawnIn = (place: Element): readonly Drawn[] =>
  [...place.childNodes].filter((node) => node instanceof Element || node instanceof Text).map(drawnOf);

const drawnOf = (node: Element | Text): Drawn =>
  node instanceof Element
    ? {
        tag: node.localName,
        namespace: node.namespaceURI,
        attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
        children: drawnIn(node),
      }
    : node.data;

function made(drawn: Drawn): Node {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  const element = document.createElementNS(drawn.namespace, drawn.tag);
  for (const [name, value] of Object.entries(drawn.attributes)) element.setAttribute(name, value);
  element.append(...drawn.children.map(made));
  return element;
}
