import type { Account } from './facts.ts';

/** Exact's account codes are numbers of eighteen digits at the most; longer ones are no sequence to go on with. */
const LARGEST = 1_000_000_000;

/**
 * The code for the next new account: one more than the largest. Given by us, so that Exact refuses a second account that
 * is made of the same request, by a browser that sends it again or by a colleague's at the same moment. Exact 4.
 */
export function nextAccountCode(accounts: Iterable<Account>): string {
  let largest = 0;
  for (const account of accounts) {
    const code = Number(account.code);
    if (Number.isInteger(code) && code < LARGEST) largest = Math.max(largest, code);
  }
  return String(largest + 1);
}
