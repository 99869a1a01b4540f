import { type ReactNode, useState } from 'react';
import { browser } from 'wxt/browser';
import { CheckField, SelectField, TextField } from '../../components/fields.tsx';
import { Rights } from '../../components/rights.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { language, texts } from '../../components/texts.ts';
import type { ConnectionDraft } from '../../lib/connection.ts';
import { fill, formatDate } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';
import { DivisionNotices } from './DivisionNotices.tsx';
import { useChange } from './use-change.ts';

const { setup } = texts;

const FILES_HOST = 'https://cdn.teamleader.eu/*';

/** A year that is still being typed begins with zeros. */
const EARLIEST = '2000-01-01';

const isLineStyle = (value: string): value is ConnectionDraft['lines'] => value in setup.lineStyles;
const LINE_STYLES = Object.keys(setup.lineStyles).filter(isLineStyle);

interface MappingProps {
  readonly view: SetupView;
}

/** Is what stands in a field a proposal that the user has neither changed nor saved? */
const proposalIn =
  ({ proposals, draft }: SetupView) =>
  (field: 'invoiceJournal' | 'creditNoteJournal' | 'revenueAccount' | 'discountAccount'): boolean =>
    proposals !== null && proposals[field] !== null && proposals[field] === draft[field];

interface ListProps extends MappingProps {
  /** Why there is nothing to choose from yet. */
  readonly lack: ReactNode;
}

export function EntityFields({ view: { draft, choices }, lack }: ListProps) {
  const change = useChange();
  const { startDate } = draft;
  return (
    <>
      <SelectField
        label={setup.companyEntity}
        value={draft.companyEntityId}
        choices={choices.companyEntities}
        none={setup.choose}
        onChange={(companyEntityId) => change({ companyEntityId })}
      />
      {lack}
      <TextField
        label={setup.startDate}
        hint={setup.startDateHint}
        problem={
          startDate !== null && isToCome(startDate)
            ? fill(setup.startDateToCome, { date: formatDate(startDate, language) })
            : null
        }
        type="date"
        value={startDate ?? ''}
        onCommit={(value) => change({ startDate: value >= EARLIEST ? value : null })}
      />
    </>
  );
}

/** By the clock on the user's wall. */
const isToCome = (day: string): boolean => Date.parse(`${day}T00:00`) > Date.now();

interface DivisionProps extends ListProps {
  /** The lists can be read again from here. */
  readonly hasReload: boolean;
  /** Lists of another company entity or division are under way. */
  readonly areComing: boolean;
}

export function DivisionFields({ view, lack, hasReload, areComing }: DivisionProps) {
  const { draft, choices, rights, problems } = view;
  const change = useChange();
  const isProposal = proposalIn(view);
  const division = choices.divisions.find(({ value }) => value === String(draft.divisionCode));
  const noJournal = areComing && choices.journals.length === 0 ? setup.loading : setup.choose;
  return (
    <>
      <SelectField
        label={setup.division}
        value={draft.divisionCode === null ? null : String(draft.divisionCode)}
        choices={choices.divisions}
        none={setup.choose}
        onChange={(value) => change({ divisionCode: value === null ? null : Number(value) })}
      />
      {lack}
      <DivisionNotices view={view} hasReload={hasReload} areComing={areComing} />
      <SelectField
        label={setup.invoiceJournal}
        isProposal={isProposal('invoiceJournal')}
        value={draft.invoiceJournal}
        choices={choices.journals}
        none={noJournal}
        onChange={(invoiceJournal) => change({ invoiceJournal })}
      />
      <SelectField
        label={setup.creditNoteJournal}
        isProposal={isProposal('creditNoteJournal')}
        value={draft.creditNoteJournal}
        choices={choices.journals}
        none={noJournal}
        clash={problems.includes('journalsEqual') ? texts.problem.journalsEqual : null}
        onChange={(creditNoteJournal) => change({ creditNoteJournal })}
      />
      {division !== undefined && rights.length > 0 && <Rights rights={rights} division={division.label} />}
    </>
  );
}

/** Teamleader's rates on the left, those that are charged most first; Exact's codes on the right. Feature B6. */
export function VatFields({ view }: MappingProps) {
  const { draft, choices, proposals } = view;
  const change = useChange();
  const counted = choices.vatLinks.find(({ use }) => use !== null)?.use ?? null;
  return (
    <>
      {counted !== null && <p className="soft">{fill(setup.rateUse, { invoices: counted.invoices })}</p>}
      <div className="pairs">
        <PairHead />
        {byUse(choices.vatLinks).map(({ taxRateId, label, vatCodes, use, isMargin }) => (
          <SearchField
            key={taxRateId}
            label={label}
            name={fill(setup.vatCodeFor, { rate: label })}
            isPair
            isProposal={
              proposals !== null &&
              Boolean(proposals.vatLinks[taxRateId]) &&
              proposals.vatLinks[taxRateId] === draft.vatLinks[taxRateId]
            }
            hint={
              [use && fill(setup.rateCount, { count: use.charged }), isMargin && setup.marginNote]
                .filter(Boolean)
                .join(' · ') || undefined
            }
            value={draft.vatLinks[taxRateId] ?? null}
            choices={vatCodes}
            none={setup.notLinked}
            onChange={(code) => change({ vatLinks: { [taxRateId]: code ?? '' } })}
          />
        ))}
      </div>
    </>
  );
}

const byUse = (links: SetupView['choices']['vatLinks']) =>
  links.toSorted((a, b) => (b.use?.charged ?? 0) - (a.use?.charged ?? 0));

const PairHead = () => (
  <p className="pair-head" aria-hidden="true">
    <span>{texts.service.teamleader}</span>
    <span>{texts.service.exact}</span>
  </p>
);

export function AccountsFields({ view }: MappingProps) {
  const { draft, choices } = view;
  const change = useChange();
  const isProposal = proposalIn(view);
  const chosenAccounts = Object.values(draft.accountPerTaxRate).filter((code) => code !== '').length;
  return (
    <>
      <SearchField
        label={setup.revenueAccount}
        isProposal={isProposal('revenueAccount')}
        hint={setup.revenueHint}
        value={draft.revenueAccount}
        choices={choices.glAccounts}
        none={setup.choose}
        onChange={(revenueAccount) => change({ revenueAccount })}
      />
      <SearchField
        label={setup.discountAccount}
        isProposal={isProposal('discountAccount')}
        value={draft.discountAccount}
        choices={choices.glAccounts}
        none={setup.noDiscountAccount}
        onChange={(code) => change({ discountAccount: code ?? '' })}
      />
      <details>
        <summary>
          {setup.accountsPerTaxRate}
          {chosenAccounts > 0 && <span className="soft"> {fill(setup.accountsChosen, { count: chosenAccounts })}</span>}
        </summary>
        <p className="soft">{setup.accountsPerTaxRateHint}</p>
        <div className="pairs">
          <PairHead />
          {byUse(choices.vatLinks).map(({ taxRateId, label }) => (
            <SearchField
              key={taxRateId}
              label={label}
              name={fill(setup.accountFor, { rate: label })}
              isPair
              value={draft.accountPerTaxRate[taxRateId] ?? null}
              choices={choices.glAccounts}
              none={setup.accountByDefault}
              onChange={(code) => change({ accountPerTaxRate: { [taxRateId]: code ?? '' } })}
            />
          ))}
        </div>
      </details>
    </>
  );
}

/** What an entry is like besides its amounts. */
export function TermsFields({ view: { draft, choices } }: MappingProps) {
  const change = useChange();
  return (
    <>
      {choices.paymentTerms.length > 0 && <PaymentTerms terms={choices.paymentTerms} />}
      <SelectField
        label={setup.lines}
        hint={setup.linesHint}
        value={draft.lines}
        choices={LINE_STYLES.map((value) => ({ value, label: setup.lineStyles[value], unusable: null }))}
        none={null}
        onChange={(value) => value !== null && isLineStyle(value) && change({ lines: value })}
      />
      <PdfField attachPdf={draft.attachPdf} />
    </>
  );
}

/** Chrome asks for the host of the files when the choice is made; without it nothing could be fetched. */
function PdfField({ attachPdf }: { readonly attachPdf: boolean }) {
  const change = useChange();
  const [isRefused, setIsRefused] = useState(false);
  const choose = async (wanted: boolean) => {
    const isAllowed = !wanted || (await browser.permissions.request({ origins: [FILES_HOST] }));
    setIsRefused(!isAllowed);
    if (isAllowed) change({ attachPdf: wanted });
  };
  return (
    <>
      <CheckField
        label={setup.attachPdf}
        hint={setup.attachPdfHint}
        value={attachPdf}
        onChange={(wanted) => void choose(wanted)}
      />
      {isRefused && <p role="alert">{setup.attachPdfRefused}</p>}
    </>
  );
}

/** What each of Teamleader's terms becomes; nothing to choose, but open where one matches no condition. */
function PaymentTerms({ terms }: { readonly terms: SetupView['choices']['paymentTerms'] }) {
  return (
    <details open={terms.some(({ condition }) => condition === null)}>
      <summary>{setup.paymentTerms}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{setup.paymentTerm}</th>
            <th scope="col">{setup.paymentCondition}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map(({ term, condition }) => {
            const days = term.type === 'cash' ? 0 : term.days;
            return (
              <tr key={`${term.type}/${days}`}>
                <td>{fill(setup.terms[term.type], { days })}</td>
                <td>{condition ?? setup.defaultCondition}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
