import { describeCause } from '../i18n/describe.ts';
import { fill, formatDate, formatTime, type Texts } from '../i18n/index.ts';
import { textsFor } from '../i18n/tables.ts';
import type { BadgeView, ButtonView, PageView, PanelView, RowReference, Tone } from '../messages.ts';
import type { Cause } from '../outcome.ts';
import type { DocumentRecord, RunRecord } from '../store/records.ts';
import { asOne, newestRound } from '../store/round.ts';

/** What the page's rows, button and panel are drawn from. */
export interface PageFacts {
  readonly isSetUp: boolean;
  /** Of all connections. */
  readonly records: readonly DocumentRecord[];
  /** Of all connections, newest first. */
  readonly runs: readonly RunRecord[];
  /** Connection id to name, where there are several. */
  readonly names: ReadonlyMap<string, string>;
  /** UUIDs of rows that name their document by a number of the old API, by that number. */
  readonly migrated: ReadonlyMap<string, string>;
}

const MOST_FAILURES = 8;

/** All that the invoice list shows, in the page's language. Pure: the page decides nothing. */
export function viewPage(rows: readonly RowReference[], facts: PageFacts, language: string): PageView {
  const texts = textsFor(language);
  const round = newestRound(facts.runs);
  const run = asOne(round);
  return {
    button: viewButton(facts, run, texts, language),
    badges: facts.isSetUp ? viewBadges(rows, facts, texts, language) : [],
    panel: run === null || run.endedAt === null ? null : viewPanel(run, round, facts, texts, language),
  };
}

/** What the page shows where nothing else is known: why, and what to do. */
export function viewTrouble(trouble: Cause, language: string): PageView {
  const texts = textsFor(language);
  const title = inOneLine(trouble, texts, language);
  return {
    button: { state: 'attention', label: texts.button.attentionOne, title, progress: null },
    badges: [],
    panel: null,
  };
}

const isRunning = (run: RunRecord | null): boolean => run !== null && run.endedAt === null;

/** Of the connection that it is about, where there are several. */
const named = (text: string, connectionId: string, names: PageFacts['names']): string => {
  const name = names.get(connectionId);
  return name === undefined ? text : `${name}: ${text}`;
};

function viewButton(
  { isSetUp, records, names }: PageFacts,
  run: RunRecord | null,
  texts: Texts,
  language: string,
): ButtonView {
  const { button } = texts;
  if (!isSetUp) return { state: 'notSetUp', label: button.notSetUp, title: button.notSetUpTitle, progress: null };
  if (run !== null && run.endedAt === null) {
    const { done, total } = run;
    const label = total === 0 ? button.starting : fill(button.working, { done, total });
    const title = named(texts.phase[run.phase], run.connectionId, names);
    return { state: 'working', label, title, progress: total === 0 ? null : { done, total } };
  }
  const count = attentionOf(records);
  if (count > 0) {
    const label = count === 1 ? button.attentionOne : fill(button.attention, { count });
    return { state: 'attention', label, title: button.attentionTitle, progress: null };
  }
  if (run !== null && run.endedAt !== null && run.problem === null) {
    const title = fill(button.doneTitle, { time: formatTime(run.endedAt, language) });
    return { state: 'done', label: button.done, title, progress: null };
  }
  return { state: 'idle', label: button.idle, title: button.idleTitle, progress: null };
}

/** How many documents need the user. */
export const attentionOf = (records: readonly DocumentRecord[]): number =>
  records.filter((record) => record.outcome.state === 'blocked').length;

function viewBadges(
  rows: readonly RowReference[],
  { records, runs, migrated }: PageFacts,
  texts: Texts,
  language: string,
): BadgeView[] {
  // One that two connections hold is told of as it stands worst; of its runs, the newest counts.
  const inOrder = records.toSorted((a, b) => RANK[a.outcome.state] - RANK[b.outcome.state]);
  const byId = new Map(inOrder.map((record) => [record.id, record]));
  const byNumber = new Map(inOrder.map((record) => [`${record.kind}/${compact(record.number)}`, record]));
  const runOf = new Map(runs.toReversed().map((run) => [run.connectionId, run]));
  const isAllRead = runs.length > 0 && !runs.some(isRunning);
  return rows.map((row) => {
    const id = row.id === null ? null : (migrated.get(row.id) ?? row.id);
    const record =
      (id === null ? undefined : byId.get(id)) ??
      (row.number === null ? undefined : byNumber.get(`${row.kind}/${compact(row.number)}`));
    if (record === undefined) return { key: row.key, ...viewUnknown(row.number, isAllRead, texts) };
    const isSyncing = isRunning(runOf.get(record.connectionId) ?? null);
    return { key: row.key, ...viewBadge(record, isSyncing, texts, language) };
  });
}

const RANK: Readonly<Record<DocumentRecord['outcome']['state'], number>> = {
  booked: 0,
  adopted: 0,
  waiting: 1,
  blocked: 2,
};

const compact = (number: string): string => number.replace(/\s+/g, '');

/** What has no number yet is a draft. */
function viewUnknown(number: string | null, isAllRead: boolean, { badge, badgeTitle }: Texts): Omit<BadgeView, 'key'> {
  return number !== null && !isAllRead
    ? { icon: 'waiting', tone: 'neutral', text: badge.waiting, title: badgeTitle.waiting }
    : { icon: 'outOfScope', tone: 'neutral', text: badge.outOfScope, title: badgeTitle.outOfScope };
}

function viewBadge(record: DocumentRecord, isSyncing: boolean, texts: Texts, language: string): Omit<BadgeView, 'key'> {
  const { badge, badgeTitle } = texts;
  const { outcome } = record;
  switch (outcome.state) {
    case 'booked':
    case 'adopted': {
      const { entryNumber, journal, date } = outcome.entry;
      const title = fill(badgeTitle[outcome.state], { entryNumber, journal, date: formatDate(date, language) });
      return { icon: 'booked', tone: 'good', text: badge[outcome.state], title };
    }
    case 'blocked':
      return {
        icon: 'attention',
        tone: 'attention',
        text: badge.attention,
        title: inOneLine(outcome.cause, texts, language),
      };
    case 'waiting': {
      if (isSyncing) return { icon: 'booking', tone: 'busy', text: badge.booking, title: badgeTitle.booking };
      if (outcome.cause?.type === 'notReadBack') {
        const title = inOneLine(outcome.cause, texts, language);
        return { icon: 'booking', tone: 'neutral', text: badge.booking, title };
      }
      const title =
        outcome.cause !== null
          ? inOneLine(outcome.cause, texts, language)
          : outcome.until !== null
            ? fill(badgeTitle.waitingUntil, { time: formatTime(outcome.until, language) })
            : badgeTitle.waiting;
      return { icon: 'waiting', tone: 'neutral', text: badge.waiting, title };
    }
  }
}

function inOneLine(cause: Cause, texts: Texts, language: string): string {
  const { text, fix } = describeCause(cause, texts, language);
  return `${text} ${fix}`;
}

function viewPanel(
  run: RunRecord,
  round: readonly RunRecord[],
  { records, names }: PageFacts,
  texts: Texts,
  language: string,
): PanelView {
  const { counts } = run;
  const blocked = records.flatMap((record) =>
    record.outcome.state === 'blocked'
      ? [{ record, described: describeCause(record.outcome.cause, texts, language) }]
      : [],
  );
  const failures = blocked.slice(0, MOST_FAILURES).map(({ record, described }) => ({
    document: named(`${texts.document[record.kind]} ${record.number}`, record.connectionId, names),
    customer: record.customer,
    cause: described.text,
    fix: described.fix,
  }));
  const stopped = round.flatMap(({ problem, connectionId }) => {
    if (problem === null) return [];
    const { text, fix } = describeCause(problem, texts, language);
    return [{ document: '', customer: '', cause: named(text, connectionId, names), fix }];
  });
  const more = blocked.length - failures.length;
  return {
    runId: run.id,
    ...panelHead(run, texts),
    counts: [
      { label: texts.count.booked, count: counts.booked, tone: 'good' },
      { label: texts.count.adopted, count: counts.adopted, tone: 'good' },
      { label: texts.count.unchanged, count: counts.unchanged, tone: 'neutral' },
      { label: texts.count.waiting, count: counts.waiting, tone: 'neutral' },
      { label: texts.count.blocked, count: blocked.length, tone: blocked.length > 0 ? 'attention' : 'neutral' },
    ],
    failures: [...stopped, ...failures],
    more: more > 0 ? fill(texts.panel.more, { count: more }) : null,
    closeLabel: texts.panel.close,
  };
}

function panelHead({ counts, problem }: RunRecord, { panel }: Texts): { readonly title: string; readonly tone: Tone } {
  if (problem !== null) return { title: panel.stopped, tone: 'attention' };
  if (counts.blocked > 0) return { title: panel.attention, tone: 'attention' };
  return { title: counts.booked + counts.adopted === 0 ? panel.nothing : panel.done, tone: 'good' };
}
