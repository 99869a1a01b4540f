import type { LoginProblem } from '../messages.ts';
import type { Cause } from '../outcome.ts';
import { fill, formatDate, formatMoney, formatTime, type Texts } from './index.ts';

export interface Described {
  /** What happened. */
  readonly text: string;
  /** What to do next. */
  readonly fix: string;
}

/** A cause in words: what happened, and what to do. */
export function describeCause(cause: Cause, texts: Texts, language: string): Described {
  const [text, fix] = texts.cause[cause.type];
  const values = valuesOf(cause, texts, language);
  return { text: fill(text, values), fix: fill(fix, values) };
}

function valuesOf(cause: Cause, texts: Texts, language: string): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(cause)) {
    values[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  if ('service' in cause) values['service'] = texts.service[cause.service];
  if ('until' in cause) values['until'] = formatTime(cause.until, language);
  if ('date' in cause) values['date'] = formatDate(cause.date, language);
  if ('reason' in cause) values['reason'] = texts.unusable[cause.reason];
  if (cause.type === 'totalsDiffer') {
    values['figure'] = texts.figure[cause.figure];
    values['teamleader'] = formatMoney(cause.teamleader, cause.currency, language);
    values['entry'] = formatMoney(cause.entry, cause.currency, language);
  }
  return values;
}

const LOGIN_PROBLEMS: ReadonlySet<string> = new Set<LoginProblem['type']>([
  'loginCancelled',
  'loginRefused',
  'wrongKeys',
  'loginPageFailed',
]);

const isLoginProblem = (problem: Cause | LoginProblem): problem is LoginProblem => LOGIN_PROBLEMS.has(problem.type);

/** Why a log-in, or the first call after it, did not succeed. */
export function describeLogin(problem: Cause | LoginProblem, texts: Texts, language: string): string {
  if (!isLoginProblem(problem)) {
    const { text, fix } = describeCause(problem, texts, language);
    return `${text} ${fix}`;
  }
  return fill(texts.login[problem.type], 'text' in problem ? { text: problem.text } : {});
}
