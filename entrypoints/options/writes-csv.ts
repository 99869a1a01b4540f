import type { Texts } from '../../lib/i18n/index.ts';
import type { WriteView } from '../../lib/messages.ts';
import { csvOf } from './csv.ts';
import { howOf, whatOf, whyOf } from './write-words.ts';

/** The calls that wrote as a file; times as `YYYY-MM-DD HH:MM:SS` in UTC, the same wherever it is opened. */
export function writesCsv(writes: readonly WriteView[], texts: Texts): string {
  const { csv, options, history } = texts;
  const fields = [history.atUtc, history.written, history.why.title, options.result, csv.teamleaderId, csv.exactId];
  return csvOf(
    fields,
    writes.map((write) => [
      new Date(write.at).toISOString().slice(0, 19).replace('T', ' '),
      whatOf(write, texts),
      whyOf(write, texts),
      howOf(write, texts),
      write.subject,
      write.exactId ?? '',
    ]),
  );
}
