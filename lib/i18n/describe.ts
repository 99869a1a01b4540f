import type { LoginProblem } from '../messages.ts';
import type { Cause } from '../outcome.ts';
import { nameRight } from './describe-right.ts';
import { fill, formatCountry, formatDates, formatMoney, formatTime, type Texts } from './index.ts';

export interface Described {
  /** What happened. */
  readonly text: string;
  /** What to do next. */
  readonly fix: string;
}

/**
 * A cause in words: what happened, and what to do.
 * @param lastDate the last day that it is about, where it is about more than the one that it names
 */
export function describeCause(cause: Cause, texts: Texts, language: string, lastDate: string | null = null): Described {
  const [text, fix] = sentencesOf(cause, texts);
  const values = valuesOf(cause, texts, language);
  if ('date' in cause) values['date'] = formatDates(cause.date, lastDate ?? cause.date, language);
  return { text: fill(text, values), fix: fill(fix, values) };
}

function sentencesOf(cause: Cause, texts: Texts): readonly [string, string] {
  switch (cause.type) {
    case 'answerLost':
      return texts.causeOfWrite.answerLost[cause.write];
    case 'colleagueBooking':
      return texts.causeOfWrite.colleagueBooking[cause.write];
    case 'rightMissing':
      return texts.causeAtService.rightMissing[cause.service];
    default:
      return texts.cause[cause.type];
  }
}

function valuesOf(cause: Cause, texts: Texts, language: string): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(cause)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  }
  if ('entryNumbers' in cause) values['entryNumbers'] = cause.entryNumbers.join(', ');
  if ('candidates' in cause) values['candidates'] = cause.candidates.map(({ label }) => label).join('\u00a0· ');
  if ('usedBy' in cause) values['usedBy'] = fill(texts.accountUser[cause.usedBy.kind], { name: '', ...cause.usedBy });
  if ('service' in cause) values['service'] = texts.service[cause.service];
  if ('until' in cause) values['until'] = formatTime(cause.until, language);
  if ('reason' in cause) values['reason'] = texts.unusable[cause.reason];
  if ('country' in cause) values['country'] = formatCountry(cause.country, language);
  if (cause.type === 'rightMissing') values['right'] = nameRight(cause, texts);
  if (cause.type === 'readBackDiffers') values['what'] = differenceOf(cause, texts);
  if (cause.type === 'totalsDiffer') {
    values['figure'] = texts.figure[cause.figure];
    values['teamleader'] = formatMoney(cause.teamleader, cause.currency, language);
    values['entry'] = formatMoney(cause.entry, cause.currency, language);
  }
  return values;
}

/** Ids and lists of lines mean nothing to a reader: those differences are told without the values. */
function differenceOf(
  { what, sent, found }: Extract<Cause, { type: 'readBackDiffers' }>,
  { difference }: Texts,
): string {
  const isKnown = (name: string): name is keyof typeof difference => Object.hasOwn(difference, name);
  return isKnown(what) ? fill(difference[what], { sent, found }) : what;
}

const LOGIN_PROBLEMS: ReadonlySet<string> = new Set<LoginProblem['type']>([
  'loginCancelled',
  'loginRefused',
  'wrongKeys',
  'loginPageFailed',
  'notAmongYours',
  'keysWithdrawn',
]);

const isLoginProblem = (problem: Cause | LoginProblem): problem is LoginProblem => LOGIN_PROBLEMS.has(problem.type);

/** Why a log-in, or the first call after it, did not succeed. */
export function describeLogin(problem: Cause | LoginProblem, texts: Texts, language: string): string {
  if (!isLoginProblem(problem)) {
    const { text, fix } = describeCause(problem, texts, language);
    return `${text} ${fix}`;
  }
  // What the browser says ends in a full stop, and stands within a sentence here.
  const quoted = 'text' in problem ? { text: problem.text.replace(/\.$/, '') } : {};
  return fill(texts.login[problem.type], { ...problem, ...quoted });
}
