import type { ReactNode } from 'react';
import { language, texts } from '../../components/texts.ts';
import { fill, formatDate, formatTime } from '../../lib/i18n/index.ts';
import type { Choice, ConnectionView, SetupView } from '../../lib/messages.ts';

const { options, setup, automatic, other } = texts;

interface MappingProps {
  readonly view: ConnectionView;
  /** With the names of codes, but for those of a service that nobody is logged in to; null: of another division. */
  readonly choices: SetupView['choices'] | null;
}

/** All that a connection books by, with the names of codes where they are at hand. */
export function Mapping({ view: { connection, taxRates, names }, choices }: MappingProps) {
  const { companyEntity, division, journals, startDate, glAccounts, vatLinks, lines, attachPdf } = connection;
  const journal = (code: string) => labelOf(code, choices?.journals, names.journals);
  const account = (code: string) => labelOf(code, choices?.glAccounts, names.glAccounts);
  const named = Object.entries(taxRates).toSorted(([, a], [, b]) => a.localeCompare(b, language, { numeric: true }));
  const rates = named.filter(([id]) => vatLinks[id] !== undefined);
  const ofRates = named.filter(([id]) => glAccounts.perTaxRate[id] !== undefined);
  const vatCodes = choices?.vatLinks.flatMap((link) => link.vatCodes);
  return (
    <>
      <dl>
        <Fact name={setup.companyEntity}>{companyEntity.name}</Fact>
        <Fact name={setup.startDate}>{formatDate(startDate, language)}</Fact>
        <Fact name={setup.division}>
          {division.name} ({division.code}, {division.currency})
        </Fact>
        <Fact name={setup.invoiceJournal}>{journal(journals.invoices)}</Fact>
        <Fact name={setup.creditNoteJournal}>{journal(journals.creditNotes)}</Fact>
        <Fact name={setup.revenueAccount}>{account(glAccounts.revenue)}</Fact>
        <Fact name={setup.discountAccount}>
          {glAccounts.discount === null ? setup.noDiscountAccount : account(glAccounts.discount)}
        </Fact>
        <Fact name={setup.lines}>{setup.lineStyles[lines]}</Fact>
        <Fact name={setup.attachPdf}>{attachPdf ? options.yes : options.no}</Fact>
        <Fact name={setup.steps.other}>
          {connection.otherIntegration === null ? options.unanswered : other.answers[connection.otherIntegration]}
        </Fact>
        <Fact name={setup.steps.firstSync}>
          {connection.firstSyncAt === null ? options.notYet : formatTime(connection.firstSyncAt, language)}
        </Fact>
        <Fact name={setup.steps.automatic}>
          {connection.automaticEvery === null ? automatic.off : automatic.every[connection.automaticEvery]}
        </Fact>
      </dl>
      <div className="tables">
        <Pairs
          title={setup.steps.vat}
          rows={rates.map(([id, rate]) => [rate, labelOf(vatLinks[id] ?? '', vatCodes, names.vatCodes)])}
        />
        {ofRates.length > 0 && (
          <Pairs
            title={setup.accountsPerTaxRate}
            rows={ofRates.map(([id, rate]) => [rate, account(glAccounts.perTaxRate[id] ?? '')])}
          />
        )}
        {choices !== null && choices.journals.length > 0 && choices.paymentTerms.length > 0 && (
          <Pairs
            title={setup.paymentTerms}
            rows={choices.paymentTerms.map(({ term, condition }) => [
              fill(setup.terms[term.type], { days: term.type === 'cash' ? 0 : term.days }),
              condition ?? setup.defaultCondition,
            ])}
          />
        )}
      </div>
    </>
  );
}

/** The code with its name, as the set-up shows it. */
const labelOf = (
  code: string,
  choices: readonly Choice[] | undefined,
  names: Readonly<Record<string, string>>,
): string => choices?.find(({ value }) => value === code)?.label ?? names[code] ?? code;

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

interface PairsProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

/** What Teamleader's becomes in Exact. */
function Pairs({ title, rows }: PairsProps) {
  return (
    <table className="compact">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.service.teamleader}</th>
          <th scope="col">{texts.service.exact}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([ours, theirs]) => (
          <tr key={ours}>
            <td>{ours}</td>
            <td>{theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
