import { exactAddress } from '../addresses.ts';
import { actionsFor as askableFor, type QuestionedAction } from '../document-action.ts';
import { fixesOf } from '../fix.ts';
import { describeCause } from '../i18n/describe.ts';
import { describeDrift, describeLook, describeValue, nameDifference } from '../i18n/describe-drift.ts';
import { describePayment, isPaymentToCheck } from '../i18n/describe-payment.ts';
import { fill, formatDate, formatMoney, type Texts } from '../i18n/index.ts';
import { textsFor } from '../i18n/tables.ts';
import type { ActionView, Reading, RowReference, SheetView, TableView } from '../messages.ts';
import { type Cause, driftIn, type EntryReference, isSettled, lookIn, needsUser, type Outcome } from '../outcome.ts';
import type { Drift } from '../standing.ts';
import type { DocumentRecord } from '../store/records.ts';
import { isRunning, type PageFacts, rowViewer } from './page-view.ts';

/** What the page may ask to have done for a document; which of them, its detail says. */
export type PageAction = 'sync' | 'preview' | 'openSetup' | 'explain' | 'forget' | 'lookAgain' | QuestionedAction;

/** The answer to the question that is asked before the action is done. */
export const confirmed = (action: QuestionedAction): string => `${action}/confirmed`;

export type OfferedAction = ActionView & { readonly id: PageAction };

type OfferedDetail = Omit<SheetView, 'actions'> & { readonly actions: readonly OfferedAction[] };

type Fact = SheetView['facts'][number];

/** One document, as its badge opens it; null where it has none. Pure: the page decides nothing. */
export function viewDetail(
  row: RowReference,
  { strategy }: Pick<Reading, 'strategy'>,
  facts: PageFacts,
  language: string,
): OfferedDetail | null {
  if (!facts.isOurList) return null;
  const texts = textsFor(language);
  const { record, badge } = rowViewer(facts, texts, language)(row);
  const cause = record === undefined ? null : causeOf(record.outcome);
  const number = record?.number ?? row.number;
  const name = record === undefined ? undefined : facts.names.get(record.connectionId);
  const drift = record === undefined ? null : driftIn(record.outcome);
  const look = record === undefined ? null : lookIn(record.outcome);
  const payment = record === undefined ? null : describePayment(record.payment, record.currency, texts, language);
  return {
    title: [texts.document[row.kind], number].filter((part) => part !== null).join(' '),
    tone: '',
    notes: [
      { text: badge.text, tone: badge.tone },
      ...(facts.isSetUp ? [] : [{ text: texts.detail.held, tone: 'attention' } as const]),
      ...(name === undefined ? [] : [{ text: name, tone: 'neutral' } as const]),
      ...(cause === null && drift === null && payment === null
        ? [{ text: badge.title, tone: 'neutral' } as const]
        : []),
      ...(payment === null ? [] : [{ text: payment, tone: 'neutral' } as const]),
      ...(look === null ? [] : [{ text: describeLook(look, drift, texts, language), tone: 'neutral' } as const]),
    ],
    quotes: [
      ...(cause === null ? [] : [{ title: '', href: null, ...describeCause(cause, texts, language) }]),
      ...(drift === null ? [] : [{ title: '', href: null, ...describeDrift(drift, texts) }]),
    ],
    facts: record === undefined ? [] : factsOf(record, cause, facts, texts, language),
    tables:
      record === undefined
        ? []
        : [
            ...differencesIn(drift, record, texts, language),
            ...linesOf(record, texts, language),
            ...totalsOf(record, texts, language),
          ],
    actions: [
      ...actionsFor(record, cause, row, facts, texts),
      ...(strategy === 'taught' ? [{ id: 'forget', label: texts.detail.forget, tone: '' } as const] : []),
    ],
    closeLabel: texts.words.close,
  };
}

/** Asked before something is done that is not undone easily. */
export function viewQuestion(row: RowReference, action: QuestionedAction, number: string, language: string): SheetView {
  const texts = textsFor(language);
  const { documentAction, drifted, setup, words } = texts;
  const { title, text } = {
    accept: { title: drifted.acceptTitle, text: drifted.acceptText },
    bookAgain: { title: drifted.againTitle, text: drifted.againText },
  }[action];
  return {
    title: `${texts.document[row.kind]} ${number}`,
    tone: '',
    notes: [
      { text: fill(title, { number }), tone: '' },
      { text, tone: 'neutral' },
    ],
    quotes: [],
    facts: [],
    tables: [],
    actions: [
      { id: confirmed(action), label: documentAction[action], tone: 'main' },
      { id: 'back', label: setup.cancel, tone: '' },
    ],
    closeLabel: words.close,
    stays: true,
  };
}

const causeOf = (outcome: Outcome): Cause | null => ('cause' in outcome ? outcome.cause : null);
const entryOf = (outcome: Outcome): EntryReference | null => ('entry' in outcome ? outcome.entry : null);

function factsOf(
  { outcome, customer, date, webUrl, connectionId }: DocumentRecord,
  cause: Cause | null,
  { region, divisions }: PageFacts,
  { detail, service }: Texts,
  language: string,
): readonly Fact[] {
  const entry = entryOf(outcome);
  const plain = (name: string, text: string): readonly Fact[] =>
    text === '' ? [] : [{ name, text, href: null, tone: '' }];
  const link = (name: string, text: string, href: string): Fact => ({ name, text, href, tone: '' });
  // Exact documents no address for a single entry: its division is the nearest.
  const exact = exactAddress(region, entry?.division ?? divisions.get(connectionId) ?? null);
  const isMendedInExact = cause !== null && fixesOf(cause).some(({ at }) => at === 'exact');
  return [
    ...plain(detail.customer, customer),
    ...plain(detail.date, formatDate(date, language)),
    ...(entry === null
      ? []
      : [
          link(detail.entry, String(entry.entryNumber), exact),
          ...plain(detail.journal, entry.journal),
          ...plain(detail.entryDate, formatDate(entry.date, language)),
        ]),
    ...(webUrl === null ? [] : [link(service.teamleader, detail.openDocument, webUrl)]),
    ...(entry === null && isMendedInExact ? [link(service.exact, detail.openDivision, exact)] : []),
  ];
}

/** Of the entry, as it stands in Exact. */
function linesOf({ outcome, currency }: DocumentRecord, { detail }: Texts, language: string): TableView[] {
  const entry = 'standing' in outcome ? outcome.standing?.entry : undefined;
  const stands = entry === undefined || entry.now === 'removed' ? undefined : (entry.now ?? entry.booked);
  const lines = stands?.lines ?? [];
  if (lines.length === 0) return [];
  return [
    {
      heading: detail.lines,
      columns: [detail.account, detail.description, detail.vatCode, detail.net],
      rows: lines.map(({ account, description, vatCode, net }) => [
        account,
        description,
        vatCode,
        formatMoney(net, stands?.currency ?? currency, language),
      ]),
    },
  ];
}

/** Teamleader's amounts, which the entry equals. */
function totalsOf({ net, vat, gross, currency }: DocumentRecord, { detail }: Texts, language: string): TableView[] {
  if (gross === '') return [];
  const rows = [
    [detail.net, net],
    [detail.vat, vat],
    [detail.gross, gross],
  ] as const;
  return [
    {
      heading: detail.totals,
      columns: [],
      rows: rows.map(([name, amount]) => [name, formatMoney(amount, currency, language)]),
    },
  ];
}

/** Side by side, what was booked and what is said now. */
function differencesIn(
  drift: Drift | null,
  { currency }: DocumentRecord,
  texts: Texts,
  language: string,
): readonly TableView[] {
  if (drift?.kind !== 'changed') return [];
  const { drifted, service } = texts;
  return [
    {
      heading: '',
      columns: [drifted.where, drifted.what, drifted.booked, drifted.now],
      rows: drift.differences.map((one) => [
        service[one.side],
        nameDifference(one, texts, language),
        describeValue(one, one.booked, currency, texts, language),
        describeValue(one, one.now, currency, texts, language),
      ]),
    },
  ];
}

/** What may be done about a document that was booked. */
const SETTLING = ['bookAgain', 'lookAgain', 'accept'] as const;

function actionsFor(
  record: DocumentRecord | undefined,
  cause: Cause | null,
  { number }: RowReference,
  { isSetUp, runs }: PageFacts,
  { detail, documentAction }: Texts,
): readonly OfferedAction[] {
  if (!isSetUp) return [{ id: 'openSetup', label: detail.openSetup, tone: 'main' }];
  // What has no number yet is a draft.
  const isToSync = record === undefined ? number !== null : !isSettled(record.outcome);
  const askable = record === undefined ? [] : askableFor(record.outcome);
  // A run that works would redraw the detail under a question.
  const settling = runs.some(isRunning) ? [] : SETTLING.filter((action) => askable.includes(action));
  const isForUser = record !== undefined && (needsUser(record.outcome) || isPaymentToCheck(record.payment));
  // Of what was paid back there is nothing to explain, but a choice to make.
  const hasChoice = record?.payment?.state === 'paidBack';
  const toOptions = isForUser ? detail.explain : hasChoice ? detail.openOptions : null;
  const isAtSetup = cause !== null && fixesOf(cause).some(({ at }) => at === 'setup');
  return [
    // A run that is under way is joined, and would not keep to the one document.
    ...(isToSync && !runs.some(isRunning) ? [{ id: 'sync', label: detail.sync, tone: 'main' } as const] : []),
    ...(isAtSetup ? [{ id: 'openSetup', label: detail.openSetup, tone: '' } as const] : []),
    ...(isToSync ? [{ id: 'preview', label: documentAction.preview, tone: '' } as const] : []),
    ...settling.map((id) => ({ id, label: documentAction[id], tone: '' }) as const),
    ...(toOptions === null ? [] : [{ id: 'explain', label: toOptions, tone: '' } as const]),
  ];
}
