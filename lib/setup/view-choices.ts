import type { GlAccount, Journal } from '../accounting/facts.ts';
import { matchPaymentCondition } from '../accounting/payment-terms.ts';
import { vatCodeProblem } from '../accounting/vat-links.ts';
import type { ConnectionDraft } from '../connection.ts';
import type { Choice, SetupView, UnusableReason } from '../messages.ts';
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
        facts.rateUse === null
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

const choice = (value: string, label: string, unusable: UnusableReason | null = null): Choice => ({
  value,
  label,
  unusable,
});

const labelled = ({ code, description }: { readonly code: string; readonly description: string }): string =>
  `${code} · ${description}`;

const journalProblem = (journal: Journal): UnusableReason | null =>
  journal.isSales ? (journal.isBlocked ? 'blocked' : null) : 'notSales';

const accountProblem = (account: GlAccount): UnusableReason | null =>
  account.isRevenue ? (account.isBlocked ? 'blocked' : null) : 'notRevenue';
