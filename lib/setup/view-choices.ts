import type { GlAccount, Journal } from '../accounting/facts.ts';
import { matchPaymentCondition } from '../accounting/payment-terms.ts';
import { vatCodeProblem } from '../accounting/vat-links.ts';
import type { Connection, ConnectionDraft } from '../connection.ts';
import type { Choice, ConnectionView, SetupView, UnusableReason } from '../messages.ts';
import type { SetupFacts } from './choices.ts';

/** The choices as the popup offers them: what cannot be picked is shown with its reason. */
export function viewChoices(facts: SetupFacts, draft: ConnectionDraft): SetupView['choices'] {
  return {
    companyEntities: facts.companyEntities.map(({ id, name }) => choice(id, name)),
    divisions: facts.divisions.map(({ code, name }) => choice(String(code), `${name} (${code})`)),
    journals: facts.journals.map((journal) => choice(journal.code, labelled(journal), journalProblem(journal))),
    vatLinks: facts.taxRates.map((taxRate) => ({
      taxRateId: taxRate.id,
      label: taxRate.description,
      use:
        facts.rateUse === null || facts.rateUse.invoices === 0
          ? null
          : { invoices: facts.rateUse.invoices, charged: facts.rateUse.charged[taxRate.rate.toString()] ?? 0 },
      vatCodes: facts.vatCodes.map((vatCode) =>
        choice(vatCode.code, labelled(vatCode), vatCodeProblem(vatCode, taxRate)),
      ),
      isMargin: facts.vatCodes.some((code) => code.code === draft.vatLinks[taxRate.id] && code.isMargin),
    })),
    paymentTerms: facts.paymentTerms.map(({ term }) => {
      const condition = matchPaymentCondition(term, false, facts.paymentConditions);
      return { term, condition: condition === null ? null : labelled(condition) };
    }),
    glAccounts: facts.glAccounts.map((account) => choice(account.code, labelled(account), accountProblem(account))),
  };
}

export const NO_LISTS = { journals: [], vatCodes: [], glAccounts: [] } as const;

/** What the codes are called that a connection books by, as far as they are in the lists. */
export function viewNames(
  lists: Pick<SetupFacts, 'journals' | 'vatCodes' | 'glAccounts'>,
  { journals, vatLinks, glAccounts: { revenue, discount, perTaxRate } }: Connection,
): ConnectionView['names'] {
  const named = (list: readonly Named[], codes: readonly (string | null)[]) =>
    Object.fromEntries(list.filter(({ code }) => codes.includes(code)).map((one) => [one.code, labelled(one)]));
  return {
    journals: named(lists.journals, Object.values(journals)),
    vatCodes: named(lists.vatCodes, Object.values(vatLinks)),
    glAccounts: named(lists.glAccounts, [revenue, discount, ...Object.values(perTaxRate)]),
  };
}

const choice = (value: string, label: string, unusable: UnusableReason | null = null): Choice => ({
  value,
  label,
  unusable,
});

interface Named {
  readonly code: string;
  readonly description: string;
}

const labelled = ({ code, description }: Named): string => `${code} · ${description}`;

const journalProblem = (journal: Journal): UnusableReason | null =>
  journal.isSales ? (journal.isBlocked ? 'blocked' : null) : 'notSales';

const accountProblem = (account: GlAccount): UnusableReason | null =>
  account.isRevenue ? (account.isBlocked ? 'blocked' : null) : 'notRevenue';
