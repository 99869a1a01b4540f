import type { PaymentCondition, PaymentTerm } from './facts.ts';

/**
 * The Exact payment condition that says the same as a Teamleader term, or null: Exact then takes the customer's default.
 * Conditions with a payment discount never match, direct-debit ones only where money is collected; of several the
 * lowest code is taken, so that the answer is the same every time. Feature B9.
 */
export function matchPaymentCondition(
  term: PaymentTerm | null,
  isDirectDebit: boolean,
  conditions: readonly PaymentCondition[],
): PaymentCondition | null {
  if (term === null) return null;
  const [best] = conditions
    .filter((condition) => !condition.hasDiscount && isSameMethod(condition, term, isDirectDebit))
    .flatMap((condition) => {
      const choice = choiceOf(condition, term);
      return choice === null ? [] : [{ condition, choice }];
    })
    .sort((a, b) => a.choice - b.choice || a.condition.code.localeCompare(b.condition.code, 'en', { numeric: true }));
  return best?.condition ?? null;
}

function isSameMethod(condition: PaymentCondition, term: PaymentTerm, isDirectDebit: boolean): boolean {
  if (isDirectDebit) return condition.method === 'collection';
  if (condition.method === 'collection') return false;
  return condition.method === 'onCredit' || term.type === 'cash';
}

/** A month in terms of payment. */
const MONTH_DAYS = 30;

/** Whether a condition is the first choice for a term (0), the second (1), or none (null). */
function choiceOf({ days, endOfMonths, method }: PaymentCondition, term: PaymentTerm): 0 | 1 | null {
  switch (term.type) {
    case 'cash':
      if (days !== 0 || endOfMonths !== 0) return null;
      return method === 'cash' ? 0 : 1;
    case 'after_invoice_date':
      return days === term.days && endOfMonths === 0 ? 0 : null;
    case 'end_of_month': {
      // Teamleader goes on to the end of the month that the days lead to; Exact counts ends of months, then days.
      if (term.days === 0) return null;
      if (days === 0 && endOfMonths * MONTH_DAYS === term.days) return 0;
      return days === term.days && endOfMonths === 1 ? 1 : null;
    }
  }
}
