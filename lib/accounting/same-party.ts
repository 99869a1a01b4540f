import type { Address, Customer } from './facts.ts';
import { plainCompanyNumber, plainEmail, plainText, plainVatNumber } from './notation.ts';
import { isSameVatNumber, vatNumberKey } from './vat-number.ts';

/** A customer of Teamleader or an account of Exact, as far as it tells who it is. */
export interface Party extends Pick<Customer, 'name' | 'vatNumber' | 'companyNumber' | 'email' | 'address'> {
  /** Exact does not tell. */
  readonly type?: Customer['type'];
}

/** What two parties were recognised as one by. */
export type Likeness = 'vatNumber' | 'companyNumber' | 'name';

/** The parties of one side, ready to be searched by what tells a party of the other side. */
export class PartyIndex<T extends Party> {
  readonly #byVatNumber = new Map<string, T[]>();
  readonly #byCompanyNumber = new Map<string, T[]>();
  readonly #byName = new Map<string, T[]>();

  constructor(parties: Iterable<T>) {
    for (const party of parties) this.add(party);
  }

  add(party: T): void {
    put(this.#byVatNumber, vatNumberKey(plainVatNumber(party.vatNumber)), party);
    put(this.#byCompanyNumber, plainCompanyNumber(party.companyNumber), party);
    put(this.#byName, plainText(party.name), party);
  }

  /**
   * Those that are the party that is sought: by VAT number, company number, then name with address or e-mail; the first
   * way that finds any decides. Feature B5.
   */
  find(sought: Party): { readonly by: Likeness; readonly parties: readonly [T, ...T[]] } | null {
    const vatNumber = plainVatNumber(sought.vatNumber);
    const ways: readonly (readonly [Likeness, readonly T[]])[] = [
      [
        'vatNumber',
        (this.#byVatNumber.get(vatNumberKey(vatNumber)) ?? []).filter((one) =>
          isSameVatNumber(plainVatNumber(one.vatNumber), vatNumber),
        ),
      ],
      ['companyNumber', this.#byCompanyNumber.get(plainCompanyNumber(sought.companyNumber)) ?? []],
      ['name', this.namesakes(sought).filter((one) => isReachedAlike(one, sought))],
    ];
    for (const [by, [first, ...others]] of ways) {
      if (first !== undefined) return { by, parties: [first, ...others] };
    }
    return null;
  }

  /** Those of the same name, but for those who are somebody else: two VAT numbers are two parties, wherever they live. */
  namesakes(sought: Party): readonly T[] {
    const told = plainVatNumber(sought.vatNumber);
    return (this.#byName.get(plainText(sought.name)) ?? []).filter((one) => {
      const held = plainVatNumber(one.vatNumber);
      return held === '' || told === '' || isSameVatNumber(held, told);
    });
  }
}

function put<T>(index: Map<string, T[]>, key: string, party: T): void {
  if (key === '') return;
  const there = index.get(key);
  if (there === undefined) index.set(key, [party]);
  else there.push(party);
}

function isReachedAlike(a: Party, b: Party): boolean {
  const email = plainEmail(b.email);
  return (
    (email !== '' && email === plainEmail(a.email)) ||
    isSameAddress(a.address, b.address, a.type ?? b.type ?? 'company')
  );
}

/** Companies of one name in one place are one; people may be namesakes, so that the street counts too. */
export function isSameAddress(a: Address, b: Address, type: Customer['type']): boolean {
  const isSame = (part: keyof Address) => plainText(a[part]) !== '' && plainText(a[part]) === plainText(b[part]);
  const isOtherPlace = a.postalCode !== null && b.postalCode !== null && !isSame('postalCode');
  if (isSame('line1') && !isOtherPlace) return true;
  return type === 'company' && isSame('postalCode') && isSame('city');
}
