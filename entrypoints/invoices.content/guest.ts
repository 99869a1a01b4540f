import type { BadgeView, PageView } from '../../lib/messages.ts';
import { BADGE_MARK, drawBadge } from './badge.ts';
import { createButton } from './button.ts';
import { ask, isAlive, onChanged } from './host.ts';
import { createPanel } from './panel.ts';
import { type PageReading, readPage } from './read-page.ts';

/** While a run is under way the background is asked even if it says nothing: its worker may have died. */
const POLL_MS = 2_000;
/** Rows come in many small changes: they are read together. */
const SETTLE_MS = 60;

/** Lives in the page until the signal ends it: shows what the background says, and decides nothing. */
export function beGuest(signal: AbortSignal): void {
  let reading: PageReading | null = null;
  let view: PageView | null = null;
  let badges: ReadonlyMap<string, BadgeView> = new Map();
  let settling: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setTimeout> | undefined;
  /** The run whose end this tab is to tell of: it saw it work, or started it. */
  let isWatching = false;
  let shownRun: string | null = null;

  const button = createButton(() => void click());
  const panel = createPanel();
  const language = () => document.documentElement.lang || navigator.language;
  const rows = () => reading?.rows.map((row) => row.reference) ?? [];

  async function click(): Promise<void> {
    if (!isAlive()) {
      button.draw({ state: 'notSetUp', label: 'Reload the page', title: '', progress: null });
      return;
    }
    if (view?.button.state === 'notSetUp') {
      await ask({ type: 'page/openSetup' });
      return;
    }
    panel.close();
    isWatching = true;
    button.draw({ state: 'working', label: view?.button.label ?? '', title: '', progress: null });
    show(await ask({ type: 'page/sync', language: language(), rows: rows() }));
  }

  async function refresh(): Promise<void> {
    if (reading === null || !isAlive()) return;
    show(await ask({ type: 'page/view', language: language(), rows: rows() }));
  }

  function show(answer: PageView | null): void {
    clearTimeout(polling);
    if (signal.aborted) return;
    if (answer === null) {
      polling = setTimeout(() => void refresh(), POLL_MS);
      return;
    }
    view = answer;
    badges = new Map(answer.badges.map((badge) => [badge.key, badge]));
    draw();
    const isWorking = answer.button.state === 'working';
    if (isWorking) {
      isWatching = true;
      polling = setTimeout(() => void refresh(), POLL_MS);
    } else if (isWatching && answer.panel !== null && answer.panel.runId !== shownRun) {
      isWatching = false;
      shownRun = answer.panel.runId;
      panel.show(answer.panel, button.host, true);
    }
  }

  function draw(): void {
    if (reading === null) return;
    place(reading);
    if (view !== null) button.draw(view.button);
    for (const { reference, cell } of reading.rows) drawBadge(cell, badges.get(reference.key) ?? null);
  }

  /** In the toolbar, or floating where the page has none that we know. */
  function place({ toolbar }: PageReading): void {
    const parent = toolbar ?? document.body;
    button.host.toggleAttribute('data-floating', toolbar === null);
    if (button.host.parentElement !== parent) parent.append(button.host);
  }

  /** Reads the page anew; what the page has re-drawn gets its badges back at once, and is then asked for. */
  function look(): void {
    const known = new Set(rows().map((row) => row.key));
    reading = readPage(document, new URL(location.href));
    if (reading === null) {
      button.host.remove();
      panel.close();
      return;
    }
    draw();
    if (view === null || reading.rows.some((row) => !known.has(row.reference.key))) void refresh();
  }

  function settle(): void {
    clearTimeout(settling);
    settling = setTimeout(look, SETTLE_MS);
  }

  const observer = new MutationObserver((mutations) => {
    if (mutations.some(isOfThePage)) settle();
  });
  // A page may give a row to another document by changing its text or link only.
  observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributeFilter: ['href'] });
  onChanged(() => void refresh(), signal);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void refresh(), {
    signal,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(settling);
    clearTimeout(polling);
    panel.close();
    button.host.remove();
    for (const badge of document.querySelectorAll(`[data-boekbrug="${BADGE_MARK}"]`)) badge.remove();
  });
  look();
}

/** Our own additions are no news. */
const isOfThePage = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type !== 'childList' ||
  [...addedNodes, ...removedNodes].some(
    (node) => !(node instanceof HTMLElement && node.dataset['boekbrug'] !== undefined),
  );
