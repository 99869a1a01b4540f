/** How a settled document stood when it was booked, and what has come to differ since. Amounts as plain decimals. */
import { z } from 'zod';

/** What of a document the books depend on: a payment is no part of it. */
export const documentFiguresSchema = z.object({
  number: z.string(),
  date: z.string(),
  /** `company/<id>` or `contact/<id>`. */
  customer: z.string(),
  customerName: z.string(),
  currency: z.string(),
  net: z.string(),
  vat: z.string(),
  gross: z.string(),
  /** By rate, as a fraction. */
  taxes: z.array(z.object({ rate: z.string(), net: z.string(), vat: z.string() })),
});
export type DocumentFigures = z.infer<typeof documentFiguresSchema>;

/** What an entry in Exact says of it, with the signs of the document. */
export const entryFiguresSchema = z.object({
  entryNumber: z.number().int(),
  journal: z.string(),
  date: z.string(),
  accountId: z.string(),
  currency: z.string(),
  vat: z.string(),
  gross: z.string(),
  /** By VAT code; null where Exact gave no lines along. */
  taxes: z.array(z.object({ code: z.string(), net: z.string(), vat: z.string() })).nullable(),
  /** To be shown, not to be compared. */
  lines: z
    .array(z.object({ account: z.string(), description: z.string(), vatCode: z.string(), net: z.string() }))
    .optional(),
});
export type EntryFigures = z.infer<typeof entryFiguresSchema>;

const lookSchema = z.object({
  /** Epoch milliseconds. */
  at: z.number(),
  /** Which side told nothing of it; null: both did. */
  silent: z.enum(['teamleader', 'exact']).nullable(),
});
export type Look = z.infer<typeof lookSchema>;

export const standingSchema = z.object({
  document: z.object({
    /** When it was booked, or when the user accepted it last. */
    booked: documentFiguresSchema,
    /** Null: as then. */
    now: documentFiguresSchema.nullable(),
  }),
  entry: z.object({
    /** Null: the user has accepted that it is gone. */
    booked: entryFiguresSchema.nullable(),
    now: z.union([entryFiguresSchema, z.literal('removed')]).nullable(),
  }),
  /** A document that was sent over Peppol is final; null: nobody has asked. */
  isFinal: z.boolean().nullable(),
  /** The user's own look at both sides, as long as nothing is known since; earlier versions have not kept it. */
  look: lookSchema.optional().catch(undefined),
});
export type Standing = z.infer<typeof standingSchema>;

export type DifferingField =
  | 'number'
  | 'date'
  | 'customer'
  | 'currency'
  | 'net'
  | 'vat'
  | 'gross'
  | 'entryNumber'
  | 'journal'
  | 'account';

export interface Difference {
  readonly side: 'teamleader' | 'exact';
  readonly field: DifferingField;
  /** The rate, as a fraction, or the VAT code of which the amount is told; null: of the whole. */
  readonly of: string | null;
  readonly booked: string;
  readonly now: string;
}

/** What is no longer as it was booked. */
export type Drift =
  | { readonly kind: 'changed'; readonly differences: readonly Difference[]; readonly isFinal: boolean }
  | { readonly kind: 'removed' };

/** Null: all is as it was booked, or was put right in Exact since. */
export function driftOf(standing: Standing): Drift | null {
  const { document, entry, isFinal } = standing;
  if (entry.now === 'removed') return { kind: 'removed' };
  if (isPutRight(standing)) return null;
  const differences = [
    ...differencesOf('teamleader', document.booked, document.now ?? document.booked),
    ...(entry.booked === null ? [] : differencesOf('exact', entry.booked, entry.now ?? entry.booked)),
  ];
  return differences.length === 0 ? null : { kind: 'changed', differences, isFinal: isFinal === true };
}

/** Somebody has changed the entry in Exact, and it says by now what the document says. */
function isPutRight({ document, entry }: Standing): boolean {
  if (entry.now === null || entry.now === 'removed') return false;
  const said = document.now ?? document.booked;
  const stands = entry.now;
  return (
    (['date', 'currency', 'vat', 'gross'] as const).every((field) => said[field] === stands[field]) &&
    said.customer === document.booked.customer &&
    stands.accountId === entry.booked?.accountId
  );
}

type Figures = Partial<Omit<DocumentFigures, 'taxes'> & Omit<EntryFigures, 'taxes' | 'lines'>> & {
  readonly taxes:
    | readonly { readonly rate?: string; readonly code?: string; readonly net: string; readonly vat: string }[]
    | null;
};

const FIELDS = ['number', 'entryNumber', 'journal', 'date', 'currency', 'net', 'vat', 'gross'] as const;

function differencesOf(side: Difference['side'], booked: Figures, now: Figures): readonly Difference[] {
  const differences: Difference[] = FIELDS.flatMap((field) =>
    booked[field] === now[field]
      ? []
      : [{ side, field, of: null, booked: String(booked[field] ?? ''), now: String(now[field] ?? '') }],
  );
  if (booked.customer !== now.customer) {
    const names = { booked: booked.customerName ?? '', now: now.customerName ?? '' };
    differences.push({ side, field: 'customer', of: null, ...names });
  }
  // Ids mean nothing to a reader: that it is another one is all that is told.
  if (booked.accountId !== now.accountId) differences.push({ side, field: 'account', of: null, booked: '', now: '' });
  return [...differences, ...taxDifferences(side, booked.taxes, now.taxes)];
}

const NOTHING = { net: '0', vat: '0' };

function taxDifferences(
  side: Difference['side'],
  booked: Figures['taxes'],
  now: Figures['taxes'],
): readonly Difference[] {
  if (booked === null || now === null) return [];
  const byKey = (taxes: NonNullable<Figures['taxes']>) =>
    new Map(taxes.map((one) => [one.rate ?? one.code ?? '', one]));
  const [before, after] = [byKey(booked), byKey(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((of) => {
    const [was, is] = [before.get(of) ?? NOTHING, after.get(of) ?? NOTHING];
    return (['net', 'vat'] as const).flatMap((field) =>
      was[field] === is[field] ? [] : [{ side, field, of, booked: was[field], now: is[field] }],
    );
  });
}

const isEqual = (one: Figures, other: Figures): boolean => differencesOf('exact', one, other).length === 0;

/** As Teamleader says it now. */
export function withDocument({ look: _, ...standing }: Standing, figures: DocumentFigures): Standing {
  const { booked, now } = standing.document;
  const isKnown = isEqual(now ?? booked, figures);
  return {
    ...standing,
    document: { booked, now: isEqual(booked, figures) ? null : figures },
    isFinal: isKnown ? standing.isFinal : null,
  };
}

/** As Exact says it now. */
export function withEntry({ look: _, ...standing }: Standing, figures: EntryFigures | 'removed'): Standing {
  const { booked } = standing.entry;
  // It was gone, and the user knew: it is back, or still gone.
  if (booked === null) return { ...standing, entry: { booked: figures === 'removed' ? null : figures, now: null } };
  return { ...standing, entry: { booked, now: figures !== 'removed' && isEqual(booked, figures) ? null : figures } };
}

/** The user leaves it as it is: it is told of again when it changes again. */
export function accepted({ document, entry }: Standing): Standing {
  return {
    document: { booked: document.now ?? document.booked, now: null },
    entry: { booked: entry.now === 'removed' ? null : (entry.now ?? entry.booked), now: null },
    isFinal: null,
  };
}

/** No entry stands in Exact, as far as is known. */
export const isGone = ({ entry }: Standing): boolean =>
  entry.now === 'removed' || (entry.booked === null && entry.now === null);
