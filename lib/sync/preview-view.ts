import type { Account, AccountDraft, DocumentHeader, ReferenceData, SalesEntry } from '../accounting/facts.ts';
import { formatAmount } from '../accounting/money.ts';
import type { AccountField, Named, PreviewAccount, PreviewDocument, PreviewEntry } from '../preview.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { DocumentPlan } from './plan.ts';

type Lists = Pick<ReferenceData, 'journals' | 'vatCodes' | 'glAccounts' | 'paymentConditions'>;
type BookPlan = Extract<DocumentPlan, { kind: 'book' }>;

export const headOf = (document: DocumentHeader, connectionId: string): Omit<PreviewDocument, 'plan'> => ({
  connectionId,
  kind: document.kind,
  id: document.id,
  number: document.number,
  date: document.date,
  customer: document.customer.name,
  currency: document.currency,
  gross: formatAmount(document.gross, document.currency),
  webUrl: document.webUrl,
});

/** A plan in the user's terms. @param entry the plan's own, as it would be sent */
export async function viewPlan(
  plan: BookPlan,
  entry: SalesEntry,
  lists: Lists,
  accounts: readonly Account[],
  connectionId: string,
): Promise<PreviewDocument> {
  return {
    ...headOf(plan.document, connectionId),
    plan: {
      do: 'book',
      entry: viewEntry(entry, lists),
      account: viewAccount(plan, lists, accounts),
      shown: await fingerprintOf(plan),
    },
  };
}

export function viewEntry(entry: SalesEntry, lists: Lists): PreviewEntry {
  const told = (amount: SalesEntry['net']): string => formatAmount(amount, entry.currency);
  return {
    journal: named(lists.journals, entry.journal),
    entryNumber: entry.entryNumber,
    date: entry.date,
    dueDate: entry.dueDate,
    yourRef: entry.yourRef,
    description: entry.description,
    paymentReference: entry.paymentReference,
    paymentCondition: conditionOf(entry.paymentCondition, lists),
    currency: entry.currency,
    rate: entry.rate?.toFixed() ?? null,
    lines: entry.lines.map(({ glAccountId, vatCode, description, net, vat }) => ({
      glAccount: accountOf(glAccountId, lists),
      vatCode: named(lists.vatCodes, vatCode),
      description,
      net: told(net),
      vat: told(vat),
    })),
    net: told(entry.net),
    vat: told(entry.vat),
    gross: told(entry.gross),
  };
}

const named = (list: readonly { readonly code: string; readonly description: string }[], code: string): Named => ({
  code,
  name: list.find((one) => one.code === code)?.description ?? '',
});

const conditionOf = (code: string | null, { paymentConditions }: Lists): Named | null =>
  code === null ? null : named(paymentConditions, code);

function accountOf(id: string, { glAccounts }: Lists): Named {
  const account = glAccounts.find((one) => one.id === id);
  return { code: account?.code ?? '', name: account?.description ?? '' };
}

/** What is sent to the customer's account, detail by detail, beside what stands there. */
function viewAccount(
  { account: plan, customer }: BookPlan,
  lists: Lists,
  accounts: readonly Account[],
): PreviewAccount {
  if (plan.kind === 'create') {
    const sent = [...detailsOf(plan.draft, lists), ['iban', customer.iban] as const];
    const details = sent.flatMap(([field, to]) => (to === null || to === '' ? [] : [{ field, from: null, to }]));
    return { do: 'create', name: plan.draft.name, code: null, details };
  }
  const held = accounts.find(({ id }) => id === plan.accountId);
  const head = { name: held?.name ?? customer.name, code: held?.code.trim() ?? null };
  if (plan.kind === 'use') return { do: 'use', ...head, details: [] };
  const before = new Map(held === undefined ? [] : detailsOf(heldAs(held), lists));
  const details = detailsOf(plan.draft, lists)
    .map(([field, to]) => ({ field, from: before.get(field) ?? null, to }))
    .filter(({ from, to }) => from !== to);
  // Told without words of its own: Exact's letters for a customer mean nothing to a reader.
  const standing = plan.makeCustomer ? [{ field: 'standing', from: null, to: null } as const] : [];
  return { do: 'change', ...head, details: [...standing, ...details] };
}

const heldAs = ({
  id: _,
  code: __,
  isCustomer: ___,
  isBlocked: ____,
  modifiedAt: _____,
  ...held
}: Account): AccountDraft => held;

type Detail = readonly [AccountField, string | null];

/** What a draft names; an address part by part, a condition by code and name. */
function detailsOf({ address, paymentCondition, ...draft }: Partial<AccountDraft>, lists: Lists): readonly Detail[] {
  const condition = paymentCondition === undefined ? undefined : conditionOf(paymentCondition, lists);
  const details: readonly (readonly [AccountField, string | null | undefined])[] = [
    ['name', draft.name],
    ['vatNumber', draft.vatNumber],
    ['companyNumber', draft.companyNumber],
    ['line1', address?.line1],
    ['postalCode', address?.postalCode],
    ['city', address?.city],
    ['country', address?.country],
    ['email', draft.email],
    ['phone', draft.phone],
    ['website', draft.website],
    ['language', draft.language],
    ['paymentCondition', condition && [condition.code, condition.name].filter(Boolean).join(' ')],
    ['link', draft.remarks],
  ];
  return details.flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]));
}
