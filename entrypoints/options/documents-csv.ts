import { describeCause } from '../../lib/i18n/describe.ts';
import { describePaymentCause, namePayment } from '../../lib/i18n/describe-payment.ts';
import type { Texts } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import { csvOf } from './csv.ts';

/**
 * The documents as a file: a comma in amounts, dates as `YYYY-MM-DD`.
 * @param names of connections by id, where they are of several
 */
export function documentsCsv(
  documents: readonly DocumentView[],
  texts: Texts,
  language: string,
  names: Readonly<Record<string, string>> = {},
): string {
  const isOfSeveral = Object.keys(names).length > 0;
  const { options, document: kinds, badge, csv, payments } = texts;
  const fields = [
    csv.kind,
    options.number,
    options.date,
    options.customer,
    csv.currency,
    csv.net,
    csv.vat,
    options.amount,
    options.status,
    csv.entryNumber,
    csv.journal,
    csv.entryDate,
    payments.status,
    payments.received,
    payments.paidOn,
    csv.cause,
    csv.fix,
    csv.teamleaderId,
    csv.exactId,
    csv.link,
    ...(isOfSeveral ? [texts.connections.which] : []),
  ];
  const data = documents.map(({ outcome, payment, drift, ...document }) => {
    const cause = 'cause' in outcome ? outcome.cause : null;
    const described =
      cause !== null
        ? describeCause(cause, texts, language)
        : payment?.state === 'attention'
          ? describePaymentCause(payment.cause, texts, language)
          : null;
    const entry = 'entry' in outcome ? outcome.entry : null;
    return [
      kinds[document.kind],
      document.number,
      document.date,
      document.customer,
      document.currency,
      withComma(document.net),
      withComma(document.vat),
      withComma(document.gross),
      drift !== null ? badge[drift.kind] : outcome.state === 'blocked' ? badge.attention : badge[outcome.state],
      entry?.entryNumber ?? '',
      entry?.journal ?? '',
      entry?.date ?? '',
      namePayment(payment, texts) ?? '',
      payment !== null && 'paid' in payment
        ? withComma(payment.paid)
        : payment?.state === 'paid'
          ? withComma(document.gross)
          : '',
      payment?.state === 'paid' ? payment.on : '',
      described?.text ?? '',
      described?.fix ?? '',
      document.id,
      entry?.id ?? '',
      document.webUrl ?? '',
      ...(isOfSeveral ? [names[document.connectionId] ?? ''] : []),
    ];
  });
  return csvOf(fields, data);
}

const withComma = (amount: string): string => amount.replace('.', ',');
