import { describeCause } from '../i18n/describe.ts';
import { describeDrift } from '../i18n/describe-drift.ts';
import { describePayment, describePaymentCause, isPaymentToCheck, namePayment } from '../i18n/describe-payment.ts';
import { fill, formatDate, formatSpan, formatTime, type Texts } from '../i18n/index.ts';
import { textsFor } from '../i18n/tables.ts';
import type {
  BadgeView,
  ButtonView,
  PageView,
  ResultView,
  RowReference,
  SheetView,
  Taught,
  Tone,
} from '../messages.ts';
import { type Cause, driftIn, needsUser } from '../outcome.ts';
import type { PaymentState } from '../payment.ts';
import type { Region } from '../region.ts';
import type { DocumentRecord, RunRecord } from '../store/records.ts';
import { asOne, newestRound } from '../store/round.ts';

/** What the page's rows, button and panel are drawn from. */
export interface PageFacts {
  /** Is there a connection that can sync: logged in, and by the user that is known? */
  readonly isSetUp: boolean;
  /** Are the page's rows those of a connection? Of another user of Teamleader they may be another account's. */
  readonly isOurList: boolean;
  /** Of all connections: those that are asked about, and all that need the user. */
  readonly records: readonly DocumentRecord[];
  /** Of all connections, newest first. */
  readonly runs: readonly RunRecord[];
  /** Connection id to name, where there are several. */
  readonly names: ReadonlyMap<string, string>;
  /** UUIDs of rows that name their document by a number of the old API, by that number. */
  readonly migrated: ReadonlyMap<string, string>;
  /** What the user has shown of the list, where nothing else reads it. */
  readonly taught: Taught | null;
  /** Connection id to the code of its division. */
  readonly divisions: ReadonlyMap<string, number>;
  /** Of Exact. */
  readonly region: Region;
}

const MOST_FAILURES = 8;

/** All that the invoice list shows, in the page's language. Pure: the page decides nothing. */
export function viewPage(rows: readonly RowReference[], facts: PageFacts, language: string): PageView {
  const texts = textsFor(language);
  const round = newestRound(facts.runs);
  const run = asOne(round);
  return {
    button: viewButton(facts, run, texts, language),
    badges: facts.isOurList ? viewBadges(rows, facts, texts, language) : [],
    result: run === null || run.endedAt === null ? null : viewResult(run, round, facts, texts, language),
    unread: viewUnread(texts),
    words: texts.words,
    taught: facts.taught,
  };
}

/** What the page shows where nothing else is known: why, and what to do. */
export function viewTrouble(trouble: Cause, language: string): PageView {
  const texts = textsFor(language);
  const title = inOneLine(trouble, texts, language);
  return {
    button: { state: 'attention', label: texts.button.attentionOne, title, progress: null },
    badges: [],
    result: null,
    unread: viewUnread(texts),
    words: texts.words,
    taught: null,
  };
}

export const isRunning = (run: RunRecord | null): boolean => run !== null && run.endedAt === null;

/** With the connection that it is about, where there are several. */
const named = (text: string, connectionId: string, names: PageFacts['names']): string =>
  [names.get(connectionId), text].filter(Boolean).join(' · ');

function viewButton(
  { isSetUp, records, names, divisions }: PageFacts,
  run: RunRecord | null,
  texts: Texts,
  language: string,
): ButtonView {
  const { button } = texts;
  if (!isSetUp) {
    const [label, title] =
      divisions.size === 0 ? [button.notSetUp, button.notSetUpTitle] : [button.held, button.heldTitle];
    return { state: 'notSetUp', label, title, progress: null };
  }
  if (run !== null && run.endedAt === null) {
    const { done, total } = run;
    const label = total === 0 ? button.starting : fill(button.working, { done, total });
    const left =
      run.secondsLeft === null ? [] : [fill(texts.home.timeLeft, { time: formatSpan(run.secondsLeft, language) })];
    const title = [named(texts.phase[run.phase], run.connectionId, names), ...left].join(' · ');
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
  records.filter(({ outcome, payment }) => needsUser(outcome) || isPaymentToCheck(payment)).length;

/** While nothing can be synced, what was read last still stands; of all else nothing is known. */
function viewBadges(rows: readonly RowReference[], facts: PageFacts, texts: Texts, language: string): BadgeView[] {
  const view = rowViewer(facts, texts, language);
  return rows.flatMap((row) => {
    const { record, badge } = view(row);
    return facts.isSetUp || record !== undefined ? [{ key: row.key, ...badge }] : [];
  });
}

export interface RowView {
  readonly record: DocumentRecord | undefined;
  readonly badge: Omit<BadgeView, 'key'>;
}

/** Finds the record of a row, by its id or else by its number. */
export function recordFinder({
  records,
  migrated,
}: Pick<PageFacts, 'records' | 'migrated'>): (row: RowReference) => DocumentRecord | undefined {
  // One that two connections hold is told of as it stands worst; of its runs, the newest counts.
  const inOrder = records.toSorted((a, b) => RANK[a.outcome.state] - RANK[b.outcome.state]);
  const byId = new Map(inOrder.map((record) => [record.id, record]));
  const byNumber = new Map(inOrder.map((record) => [`${record.kind}/${compact(record.number)}`, record]));
  return (row) => {
    const id = row.id === null ? null : (migrated.get(row.id) ?? row.id);
    return (
      (id === null ? undefined : byId.get(id)) ??
      (row.number === null ? undefined : byNumber.get(`${row.kind}/${compact(row.number)}`))
    );
  };
}

/** A row's record, and how the document stands. */
export function rowViewer(facts: PageFacts, texts: Texts, language: string): (row: RowReference) => RowView {
  const { isSetUp, runs } = facts;
  const find = recordFinder(facts);
  const runOf = new Map(runs.toReversed().map((run) => [run.connectionId, run]));
  const isAllRead = runs.length > 0 && !runs.some(isRunning);
  return (row) => {
    const record = find(row);
    if (record === undefined) return { record, badge: viewUnknown(row.number, isAllRead, texts) };
    const isSyncing = isRunning(runOf.get(record.connectionId) ?? null);
    return { record, badge: viewBadge(record, { isSetUp, isSyncing }, texts, language) };
  };
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

function viewBadge(
  record: DocumentRecord,
  { isSetUp, isSyncing }: { readonly isSetUp: boolean; readonly isSyncing: boolean },
  texts: Texts,
  language: string,
): Omit<BadgeView, 'key'> {
  const { badge, badgeTitle } = texts;
  const { outcome } = record;
  switch (outcome.state) {
    case 'booked':
    case 'adopted': {
      const { entryNumber, journal, date } = outcome.entry;
      const title = fill(badgeTitle[outcome.state], { entryNumber, journal, date: formatDate(date, language) });
      const drift = driftIn(outcome);
      if (drift !== null)
        return { icon: drift.kind, tone: 'attention', text: badge[drift.kind], title: badgeTitle[drift.kind] };
      const payment = describePayment(record.payment, record.currency, texts, language);
      return {
        ...PAYMENT_LOOKS[record.payment?.state ?? 'open'],
        text: namePayment(record.payment, texts) ?? badge[outcome.state],
        title: payment === null ? title : `${title}. ${payment}`,
      };
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
          : outcome.until !== null && isSetUp
            ? fill(badgeTitle.waitingUntil, { time: formatTime(outcome.until, language) })
            : badgeTitle.waiting;
      return { icon: 'waiting', tone: 'neutral', text: badge.waiting, title };
    }
  }
}

const PAYMENT_LOOKS: Readonly<Record<PaymentState['state'], Pick<BadgeView, 'icon' | 'tone'>>> = {
  open: { icon: 'booked', tone: 'good' },
  partlyPaid: { icon: 'partlyPaid', tone: 'good' },
  paid: { icon: 'paid', tone: 'good' },
  credited: { icon: 'booked', tone: 'good' },
  paidBack: { icon: 'attention', tone: 'neutral' },
  attention: { icon: 'attention', tone: 'attention' },
};

function inOneLine(cause: Cause, texts: Texts, language: string): string {
  const { text, fix } = describeCause(cause, texts, language);
  return `${text} ${fix}`;
}

function viewResult(
  run: RunRecord,
  round: readonly RunRecord[],
  { records, names }: PageFacts,
  texts: Texts,
  language: string,
): ResultView {
  const { counts } = run;
  const tried = records.filter(isAmongRuns(round));
  // By a clock that was put back meanwhile it cannot be told which they are: better all than too few.
  const held = (tried.length < counts.blocked ? records : tried).flatMap((record) => {
    const described = describeNeed(record, texts, language);
    return described === null ? [] : [{ record, described }];
  });
  const failures = held
    .toSorted((a, b) => b.record.date.localeCompare(a.record.date))
    .slice(0, MOST_FAILURES)
    .map(({ record: { kind, number, customer, connectionId, webUrl }, described: { text, fix } }) => ({
      title: [`${texts.document[kind]} ${number}`, customer, names.get(connectionId)].filter(Boolean).join(' · '),
      href: webUrl,
      text,
      fix,
    }));
  const stopped = round.flatMap(({ problem, paymentsProblem, connectionId }) => {
    const told = problem ?? paymentsProblem;
    if (told === null) return [];
    const { text, fix } = describeCause(told, texts, language);
    const cause = problem === null ? `${texts.payments.failed} ${text}` : text;
    return [{ title: '', href: null, text: named(cause, connectionId, names), fix }];
  });
  const [shown, all] = [failures.length, held.length];
  const fact = (name: string, number: number, tone: Tone) =>
    number === 0 ? [] : [{ name, text: String(number), href: null, tone }];
  const count = (what: keyof Texts['count'], number: number, tone: Tone) =>
    fact((number === 1 ? texts.countOne : texts.count)[what], number, tone);
  return {
    runId: run.id,
    ...panelHead(run, all, texts),
    notes: all > shown ? [{ text: fill(texts.panel.more, { shown, all }), tone: 'neutral' }] : [],
    facts: [
      ...count('booked', counts.booked, 'good'),
      ...count('adopted', counts.adopted, 'good'),
      ...fact(run.paid === 1 ? texts.payments.setAsPaidOne : texts.payments.setAsPaid, run.paid, 'good'),
      ...count('unchanged', counts.unchanged, 'neutral'),
      ...count('waiting', counts.waiting, 'neutral'),
      ...count('blocked', all, 'attention'),
    ],
    quotes: [...stopped, ...failures],
    tables: [],
    actions: all === 0 ? [] : [{ id: 'options', label: texts.detail.openOptions, tone: '' }],
    closeLabel: texts.words.close,
  };
}

/** Why a document needs the user, and what to do; null: it does not. */
function describeNeed({ outcome, payment }: DocumentRecord, texts: Texts, language: string) {
  if (outcome.state === 'blocked') return describeCause(outcome.cause, texts, language);
  const drift = driftIn(outcome);
  if (drift !== null) return describeDrift(drift, texts);
  return payment?.state === 'attention' ? describePaymentCause(payment.cause, texts, language) : null;
}

/**
 * Of a run of certain documents, which of them it tried, or whose payments it looked at, is known by when; of one of all
 * documents, whatever needs the user is told.
 */
function isAmongRuns(round: readonly RunRecord[]): (record: DocumentRecord) => boolean {
  const runOf = new Map(round.map((run) => [run.connectionId, run]));
  return ({ connectionId, triedAt, follow }) => {
    const run = runOf.get(connectionId);
    return run !== undefined && (run.only === null || Math.max(triedAt, follow.at) >= run.startedAt);
  };
}

function viewUnread({ unread, words }: Texts): SheetView {
  return {
    title: unread.title,
    tone: '',
    notes: [{ text: unread.text, tone: '' }],
    facts: [],
    quotes: [],
    tables: [],
    actions: [
      { id: 'syncAll', label: unread.syncAll, tone: 'main' },
      { id: 'teach', label: words.teach, tone: '' },
    ],
    closeLabel: words.close,
  };
}

/** @param held how many documents need the user */
function panelHead({ counts, problem }: RunRecord, held: number, { panel }: Texts): Pick<SheetView, 'title' | 'tone'> {
  if (problem !== null) return { title: panel.stopped, tone: 'attention' };
  if (held > 0) return { title: panel.attention, tone: 'attention' };
  return { title: counts.booked + counts.adopted === 0 ? panel.nothing : panel.done, tone: 'good' };
}
