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
    .filter(
      (condition) =>
        !condition.hasDiscount && isSameMethod(condition, term, isDirectDebit) && isSameTime(condition, term),
    )
    .sort((a, b) => rank(a, term) - rank(b, term) || a.code.localeCompare(b.code, 'en', { numeric: true }));
  return best ?? null;
}

function isSameMethod(condition: PaymentCondition, term: PaymentTerm, isDirectDebit: boolean): boolean {
  if (isDirectDebit) return condition.method === 'collection';
  if (condition.method === 'collection') return false;
  return condition.method === 'onCredit' || term.type === 'cash';
}

/** Teamleader's end of month: the end of the month in which the nth day after the invoice date falls. */
function isSameTime(condition: PaymentCondition, term: PaymentTerm): boolean {
  switch (term.type) {
    case 'cash':
      return condition.days === 0 && condition.endOfMonths === 0;
    case 'after_invoice_date':
      return condition.days === term.days && condition.endOfMonths === 0;
    case 'end_of_month':
      return condition.days === term.days && condition.endOfMonths === 1;
  }
}

/** A cash term means a cash condition before one on credit without days. */
const rank = (condition: PaymentCondition, term: PaymentTerm): number =>
  term.type === 'cash' && condition.method !== 'cash' ? 1 : 0;
