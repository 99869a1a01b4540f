import { fill, formatDate } from '../i18n/index.ts';
import { textsFor } from '../i18n/tables.ts';
import type { DocumentRecord, RunRecord } from '../store/records.ts';

export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** More than these are told of in one. */
const MOST_NOTICES = 5;

/** One for each invoice that the run has set as paid. Feature B10. */
export function paidNotices(run: RunRecord, records: readonly DocumentRecord[], language: string): readonly Notice[] {
  const texts = textsFor(language);
  const { payments } = texts;
  const title = payments.noticeTitle;
  const paid = records.flatMap(({ connectionId, kind, id, number, customer, payment }) => {
    if (connectionId !== run.connectionId || payment?.state !== 'paid') return [];
    if (!payment.byUs || payment.since < run.startedAt) return [];
    const date = formatDate(payment.on, language);
    return [
      {
        id: `paid/${id}`,
        title,
        message: fill(payments.notice, { document: texts.document[kind], number, customer, date }),
      },
    ];
  });
  if (paid.length <= MOST_NOTICES) return paid;
  return [{ id: `paid/${run.id}`, title, message: fill(payments.noticeMany, { count: paid.length }) }];
}
