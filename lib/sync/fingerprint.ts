import { customerKey } from '../accounting/customer.ts';
import type { Account, SalesEntry } from '../accounting/facts.ts';
import { idsIn } from '../accounting/lookup.ts';
import { accountBody, salesEntryBody } from '../exact/write-bodies.ts';
import { stringifyJson } from '../http/json.ts';
import type { Shown } from '../preview.ts';
import type { DocumentPlan } from './plan.ts';

type BookPlan = Extract<DocumentPlan, { kind: 'book' }>;

/**
 * What would be sent for a document, in a form that is compared: equal for two plans if and only if both send the same.
 * Which way a rate points is left out, since the books prove that only while a run goes on: the amounts stay the same.
 */
export async function fingerprintOf(plan: BookPlan): Promise<Shown> {
  return {
    entry: await hash(entryText(plan.entry)),
    account: await hash(accountText(plan)),
    accountId: plan.account.kind === 'create' ? null : plan.account.accountId,
  };
}

/**
 * Is the plan still what was shown? What was shown of its customer may have been done meanwhile, by a run that died or for
 * another document: nothing is left to do there then, and the account is the one that was shown, or bears our mark.
 */
export async function isAsShown(shown: Shown, plan: BookPlan, accounts: readonly Account[]): Promise<boolean> {
  const now = await fingerprintOf(plan);
  if (now.entry !== shown.entry) return false;
  if (now.account === shown.account) return true;
  if (plan.account.kind !== 'use') return false;
  const { accountId } = plan.account;
  if (shown.accountId !== null) return shown.accountId === accountId;
  const remarks = accounts.find(({ id }) => id === accountId)?.remarks ?? null;
  return idsIn(remarks).includes(plan.customer.id.toLowerCase());
}

const entryText = (entry: SalesEntry): string => stringifyJson(salesEntryBody({ ...entry, rateUse: 'times' }, ''));

function accountText({ account, customer }: BookPlan): string {
  switch (account.kind) {
    case 'use':
      return `use ${account.accountId}`;
    case 'change':
      return `change ${account.accountId} ${stringifyJson(accountBody(account.draft))}`;
    case 'create': {
      // A new account gets the bank account along.
      const { iban, bic } = customer;
      return `create ${customerKey(customer)} ${stringifyJson({ ...accountBody(account.draft), iban, bic })}`;
    }
  }
}

/** Short enough to be kept for thousands of documents, long enough for no two to meet. */
const HASH_BYTES = 16;

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest).subarray(0, HASH_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
