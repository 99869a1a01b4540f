import type { ButtonView, PageView, RowReference, SheetView, Taught } from '../../lib/messages.ts';
import { isOurs, type Root } from './across.ts';
import type { Address } from './address.ts';
import { Badges } from './badges.ts';
import { createButton } from './button.ts';
import { followPage } from './draw.ts';
import { ask, isAlive, onChanged } from './host.ts';
import { createPanel } from './panel.ts';
import { isTicked, type PageReading, readPage } from './read-page.ts';
import { teach } from './teach.ts';

/** While a run is under way the background is asked even if it says nothing: its worker may have died. */
const POLL_MS = 2_000;
/** Rows that come one after the other are asked about together. */
const GATHER_MS = 60;
/** A page that is still being drawn is not yet one that is not understood. */
const PATIENCE_MS = 2_000;
/** Of the page's time, reading it may take one part in so many. */
const SHARE = 5;
/** But for a burst as when the page is drawn: rows that are seen before they have their badges would move under them. */
const BURST_MS = 1_000;
/** Somebody takes our badges away as fast as we put them: so often in a row we do not wait. */
const MOST_PUTS = 30;
const TRUCE_MS = 1_000;
/** As many as the background takes at once. */
const MOST_ROWS = 1_000;

export interface Guest {
  /** The page has this address now; it may still have to be drawn. */
  visit(address: Address): void;
}

/** Lives in the page until the signal ends it: shows what the background says, and decides nothing. */
export function beGuest(signal: AbortSignal): Guest {
  let address: Address = { page: 'unknown' };
  let reading: PageReading | null = null;
  let view: PageView | null = null;
  let taught: Taught | null = null;
  let visitedAt = 0;
  let frame = 0;
  let notBefore = 0;
  let lookedAt = 0;
  /** Milliseconds of reading that are not made up for yet. */
  let spent = 0;
  /** How often in a row badges had to be put. */
  let puts = 0;
  /** What the background was asked last. */
  let asked: string | null = null;
  let waking: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setTimeout> | undefined;
  /** The run whose end this tab is to tell of: it saw it work, or started it. */
  let isWatching = false;
  let shownRun: string | null = null;
  let isRetired = false;
  /** The document whose detail is open, and what of it is drawn. */
  let opened: {
    readonly row: RowReference;
    readonly opener: HTMLElement;
    readonly drawn: string;
    readonly stays: SheetView['stays'];
  } | null = null;

  const panel = createPanel(() => {
    opened = null;
  });
  const button = createButton(() => void click());
  const badges = new Badges((row, opener) => void openDetail(row, opener));
  const watched = new WeakSet<Root>();
  const rows = () => (reading?.rows ?? []).slice(0, MOST_ROWS);
  const references = () => rows().map(({ reference }) => reference);
  const ticked = () => rows().filter(isTicked);
  /** All that the background's answer depends on. */
  const question = () => reading && JSON.stringify([about(reading), references()]);
  const isUnread = () => reading?.page === 'list' && reading.strategy === null && Date.now() - visitedAt >= PATIENCE_MS;

  async function click(): Promise<void> {
    if (isRetired) location.reload();
    else if (retireIfDead()) return;
    else if (view?.button.state === 'notSetUp') await ask({ type: 'page/open', what: 'setup' });
    else if (isUnread()) tellUnread();
    else await sync(ticked().map(({ reference }) => reference));
  }

  /** @param only nothing: everything */
  async function sync(only: readonly RowReference[]): Promise<void> {
    if (reading === null) return;
    panel.close();
    isWatching = true;
    if (view !== null) drawButton({ ...view.button, state: 'working' });
    const chosen = only.length === 0 ? null : [...only];
    show(await ask({ type: 'page/sync', ...about(reading), rows: references(), only: chosen }));
  }

  async function refresh(): Promise<void> {
    clearTimeout(asking);
    if (reading === null || retireIfDead()) return;
    asked = question();
    show(await ask({ type: 'page/view', ...about(reading), rows: references() }));
  }

  function show(answer: PageView | null): void {
    clearTimeout(polling);
    if (signal.aborted || isRetired) return;
    if (answer === null) {
      polling = setTimeout(() => void refresh(), POLL_MS);
      return;
    }
    view = answer;
    const isTaughtNow = JSON.stringify(answer.taught) !== JSON.stringify(taught);
    taught = answer.taught;
    if (isTaughtNow) look();
    else draw();
    if (opened !== null && !opened.stays) void openDetail(opened.row, opened.opener);
    if (answer.button.state === 'working') {
      isWatching = true;
      polling = setTimeout(() => void refresh(), POLL_MS);
    } else if (isWatching && answer.result !== null && answer.result.runId !== shownRun) {
      isWatching = false;
      shownRun = answer.result.runId;
      if (opened === null) showResult(answer.result);
    }
  }

  /** The focus comes along where the user is with us; what he types elsewhere is not cut short. */
  function showResult(result: SheetView): void {
    const { activeElement } = document;
    const isWithUs = activeElement === null || activeElement === document.body || isOurs(activeElement);
    const openOptions = () => void ask({ type: 'page/open', what: 'options' });
    panel.show(result, openOptions, isWithUs ? button.focusable : null);
  }

  /** @param action what the user chose in it; null: to be drawn anew, where it is open, or for the first time */
  async function openDetail(row: RowReference, opener: HTMLElement, action: string | null = null): Promise<void> {
    if (reading === null || retireIfDead()) return;
    const isNew = opened?.row.key !== row.key;
    const asked = { ...about(reading), row };
    const sheet = await ask(
      action === null ? { type: 'page/detail', ...asked } : { type: 'page/act', ...asked, action },
    );
    const drawn = JSON.stringify(sheet);
    // It may have been closed meanwhile.
    if (sheet === null || signal.aborted || (isNew ? false : opened?.drawn === drawn || opened === null)) return;
    panel.show(sheet, (chosen) => void openDetail(row, opener, chosen).then(refresh), isNew ? opener : null);
    opened = { row, opener, drawn, stays: sheet.stays };
  }

  /** The address says that documents are listed, and no strategy finds them: that is told, not hidden. */
  function tellUnread(): void {
    if (view !== null) panel.show(view.unread, answerUnread, button.focusable);
  }

  function answerUnread(action: string): void {
    if (view === null || reading === null) return;
    if (action === 'syncAll') void sync([]);
    else teach(reading.kind, view, panel, signal, (shown) => void keep(shown));
  }

  async function keep(shown: Taught): Promise<void> {
    if (reading === null) return;
    panel.close();
    await ask({ type: 'page/teach', kind: reading.kind, taught: shown });
    await refresh();
  }

  /** Reads the page anew; what the page has re-drawn gets its badges back at once, and is then asked for. */
  function look(): void {
    frame = 0;
    if (retireIfDead() || signal.aborted || document.body === null) return;
    const started = Date.now();
    const before = reading;
    reading = readPage(document, address, taught);
    for (const root of reading?.roots ?? []) watch(root);
    if (reading?.page !== before?.page || reading?.kind !== before?.kind) {
      badges.clear();
      if (opened !== null) panel.close();
    }
    draw();
    if (question() !== asked) {
      clearTimeout(asking);
      asking = setTimeout(() => void refresh(), view === null ? 0 : GATHER_MS);
    }
    const now = Date.now();
    if (now - lookedAt > 2 * TRUCE_MS) puts = 0;
    spent = Math.max(0, spent - (now - lookedAt) / SHARE) + now - started;
    lookedAt = now;
    notBefore = now + (puts > MOST_PUTS ? TRUCE_MS : Math.max(0, spent - BURST_MS) * SHARE);
  }

  function draw(): void {
    if (reading === null) {
      button.host.remove();
      badges.clear();
      panel.close();
      return;
    }
    followPage();
    place(reading);
    if (view !== null) drawButton(view.button);
    const hasPut = badges.draw(reading, new Map(view?.badges.map((badge) => [badge.key, badge])));
    puts = hasPut ? puts + 1 : 0;
  }

  function drawButton(shown: ButtonView): void {
    const words = view?.words;
    const count = ticked().length;
    if (words === undefined || shown.state === 'working' || shown.state === 'notSetUp') button.draw(shown);
    else if (isUnread()) say('attention', view?.unread.title ?? '');
    else if (count === 0) button.draw(shown);
    else say('idle', count === 1 ? words.selectedOne : words.selected.replace('{count}', String(count)));
  }

  const say = (state: ButtonView['state'], label: string) =>
    button.draw({ state, label, title: label, progress: null });

  /** In the toolbar, or floating where the page has none that we know. */
  function place({ page, toolbar, strategy }: PageReading): void {
    const parent = isUnread() ? null : toolbar;
    if (page === 'detail' || (parent === null && strategy === null && !isUnread())) {
      button.host.remove();
      return;
    }
    button.put(parent);
  }

  /** Before the next picture of the page is drawn, so that nothing in it moves after; or later where that is often. */
  function settle(): void {
    if (frame !== 0) return;
    const wait = notBefore - Date.now();
    clearTimeout(waking);
    if (wait > 0) waking = setTimeout(settle, wait);
    else frame = requestAnimationFrame(look);
  }

  const observer = new MutationObserver((mutations) => {
    if (mutations.some(isOfThePage)) settle();
  });
  function watch(root: Root): void {
    if (watched.has(root)) return;
    watched.add(root);
    // A page may give a row to another document by changing its text or link only.
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: ['href'] });
  }

  /** The extension was updated or removed under the page: said once, and nothing more is tried. */
  function retireIfDead(): boolean {
    if (isRetired || isAlive()) return isRetired;
    isRetired = true;
    stop();
    say('notSetUp', view?.words.reload ?? 'Reload the page');
    return true;
  }

  /** All but the button goes. */
  function stop(): void {
    badges.clear();
    panel.close();
    observer.disconnect();
    cancelAnimationFrame(frame);
    for (const timer of [waking, asking, polling]) clearTimeout(timer);
  }

  signal.addEventListener('abort', () => {
    stop();
    button.host.remove();
  });
  onChanged(() => void refresh(), signal);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void refresh(), {
    signal,
  });
  // Ticking a row is no change of the page that an observer sees, and the page may keep the click to itself.
  const seeTicks = () => requestAnimationFrame(() => view !== null && drawButton(view.button));
  document.addEventListener('click', seeTicks, { capture: true, signal });

  return {
    visit: (next) => {
      if (isRetired) return;
      address = next;
      visitedAt = Date.now();
      watch(document);
      settle();
      setTimeout(settle, PATIENCE_MS);
    },
  };
}

/** What the background is told with each question. */
const about = ({ page, kind, strategy, rows }: PageReading) => ({
  language: document.documentElement.lang || navigator.language,
  reading: { page, kind, strategy, rows: rows.length },
});

/** Our own additions are no news; that somebody took one away is. */
const isOfThePage = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type !== 'childList' || removedNodes.length > 0 || [...addedNodes].some((node) => !isOurs(node));
