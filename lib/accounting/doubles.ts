import { sameNumber, sameNumberKey } from './entry-number.ts';
import type { Account, BookedEntry } from './facts.ts';
import { lookup } from './lookup.ts';
import { plainText, plainVatNumber } from './notation.ts';
import type { Comparison } from './reconcile.ts';
import { isSameAddress } from './same-party.ts';
import { isSameVatNumber, vatNumberKey } from './vat-number.ts';

/** Accounts that may be one. */
export interface DoubleAccounts {
  readonly by: 'vatNumber' | 'nameAndAddress';
  readonly accounts: readonly [Account, Account, ...Account[]];
}

/** Entries that may be of one invoice. */
export interface DoubleEntries {
  /** The same document of Teamleader; or they bear one number (or reference and day), customer and amount. */
  readonly by: 'document' | 'likeness';
  readonly entries: readonly [BookedEntry, BookedEntry, ...BookedEntry[]];
}

/** Feature G4. Those that share a VAT number come first, and are not told of a second time for their name. */
export function doubleAccounts(accounts: readonly Account[]): readonly DoubleAccounts[] {
  const byVatNumber = [...lookup(accounts, vatKeys).values()].flatMap(ofOneNumber);
  const told = byVatNumber.map((group) => new Set(group.map(({ id }) => id)));
  const byName = [...lookup(accounts, ({ name }) => [plainText(name)]).values()]
    .flatMap((namesakes) => clusters(namesakes, isSamePlace))
    .filter((group) => !told.some((ids) => group.every(({ id }) => ids.has(id))));
  return [...severalOf(byVatNumber, 'vatNumber'), ...severalOf(byName, 'nameAndAddress')];
}

const vatKeys = ({ vatNumber }: Account): readonly string[] => [vatNumberKey(plainVatNumber(vatNumber))];

const isOneNumber = (a: Account, b: Account): boolean =>
  isSameVatNumber(plainVatNumber(a.vatNumber), plainVatNumber(b.vatNumber));

/** A number without a country's letters may be of any: where there are several, it stands with each. */
function ofOneNumber(accounts: readonly Account[]): readonly (readonly Account[])[] {
  const isOfSeveral = (account: Account): boolean => {
    const near = accounts.filter((other) => isOneNumber(account, other));
    return near.some((one) => near.some((other) => !isOneNumber(one, other)));
  };
  const groups = accounts
    .filter((account) => !isOfSeveral(account))
    .map((account) => accounts.filter((other) => isOneNumber(account, other)));
  return [...new Map(groups.map((group) => [group.map(({ id }) => id).join(), group])).values()];
}

/** Two VAT numbers are two parties, wherever they live. */
const isSamePlace = (a: Account, b: Account): boolean =>
  (vatKeys(a)[0] === '' || vatKeys(b)[0] === '' || isOneNumber(a, b)) && isSameAddress(a.address, b.address, 'company');

/** Of items that are each like another of their group. */
function clusters<T>(items: readonly T[], isLike: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const found: T[][] = [];
  for (const item of items) {
    const near = found.filter((group) => group.some((one) => isLike(one, item)));
    const joined = [...near.flat(), item];
    for (const group of near) found.splice(found.indexOf(group), 1);
    found.push(joined);
  }
  return found;
}

const severalOf = (groups: readonly (readonly Account[])[], by: DoubleAccounts['by']): readonly DoubleAccounts[] =>
  groups.flatMap(([first, second, ...others]) =>
    first === undefined || second === undefined ? [] : [{ by, accounts: [first, second, ...others] }],
  );

/**
 * Entries of one document, and entries that say the same and are not known to be of two documents.
 * @param same accounts that may be one
 */
export function doubleEntries(
  entries: readonly BookedEntry[],
  comparisons: readonly Comparison[],
  same: readonly DoubleAccounts[],
): readonly DoubleEntries[] {
  const ofDocument = comparisons.flatMap((one): DoubleEntries[] =>
    one.verdict === 'twice' ? [{ by: 'document', entries: one.entries }] : [],
  );
  const documents = new Map(comparisons.flatMap((one) => one.entries.map(({ id }) => [id, one.document] as const)));
  const told = ofDocument.map((group) => new Set(group.entries.map(({ id }) => id)));
  const accounts = new Map(
    same.flatMap((group) => group.accounts.map(({ id }) => [id, group.accounts[0].id] as const)),
  );
  const alike = lookup(entries, ({ yourRef, accountId, currency, gross }) => {
    const number = sameNumberKey(yourRef ?? '');
    return [number === '' ? '' : `${number}/${accounts.get(accountId) ?? accountId}/${currency}/${gross.toFixed()}`];
  });
  // A customer's own reference may come back each month: unless it is known for a document's number, the day counts too.
  const isNumbered = ({ id, yourRef }: BookedEntry): boolean =>
    sameNumber(documents.get(id)?.number ?? '', yourRef ?? '');
  const near = [...alike.values()].flatMap((group) =>
    group.some(isNumbered) ? [group] : [...Map.groupBy(group, ({ date }) => date).values()],
  );
  const likeness = near.flatMap((group): DoubleEntries[] => {
    const [first, second, ...others] = group;
    if (first === undefined || second === undefined) return [];
    const known = group.flatMap(({ id }) => documents.get(id)?.id ?? []);
    const isOfTwo = known.length === group.length && new Set(known).size === known.length;
    const isTold = told.some((ids) => group.every(({ id }) => ids.has(id)));
    return isOfTwo || isTold ? [] : [{ by: 'likeness', entries: [first, second, ...others] }];
  });
  return [...ofDocument, ...likeness];
}
