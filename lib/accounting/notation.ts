/** One way of writing for what people write in many, so that only what means something else differs. */
import { normaliseVatNumber } from './vat-number.ts';

/** Letters and digits of names and addresses: without case, accents and signs. */
export const plainText = (text: string | null): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const plainEmail = (email: string | null): string => (email ?? '').trim().toLowerCase();

/** Digits, with the plus of a country's code. */
export const plainPhone = (phone: string | null): string => (phone ?? '').replace(/^\s*00/, '+').replace(/[^+\d]/g, '');

export const plainWebsite = (website: string | null): string =>
  (website ?? '')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');

/** A company's registration number, without signs and leading zeros. */
export const plainCompanyNumber = (number: string | null): string =>
  (number ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '');

/** With a prefix only where one is written: an address may lie in another country than the number is of. */
export const plainVatNumber = (vatNumber: string | null): string => normaliseVatNumber(vatNumber ?? '', null);
