/** What the parts of `npm run chaos` measure. */
export interface Figures {
  /** Kills of the real worker in Chromium. */
  readonly crashPoints: number;
  readonly doubleKills: number;
  readonly faults: number;
  readonly twoBrowserRounds: number;
  readonly fuzzedMessages: number;
  /** Of a business's life, lived through by a seed. */
  readonly businessWeeks: number;
  readonly duplicates: number;
  readonly missing: number;
  readonly centsOff: number;
  readonly openIntents: number;
  readonly secretsFound: number;
  readonly errorQuotaReached: number;
}

export interface Part {
  readonly figures: Partial<Figures>;
  readonly failures: readonly string[];
  /** What else a reader may want to know. */
  readonly told?: string;
}

export interface PartOptions {
  readonly quick: boolean;
  /** The longest part can be split: of so many shares, this one (from 0 on). */
  readonly share: { readonly index: number; readonly of: number };
}

export type RunPart = (options: PartOptions) => Promise<Part>;

const NONE: Figures = {
  crashPoints: 0,
  doubleKills: 0,
  faults: 0,
  twoBrowserRounds: 0,
  fuzzedMessages: 0,
  businessWeeks: 0,
  duplicates: 0,
  missing: 0,
  centsOff: 0,
  openIntents: 0,
  secretsFound: 0,
  errorQuotaReached: 0,
};

const FAULTY = ['duplicates', 'missing', 'centsOff', 'openIntents', 'secretsFound', 'errorQuotaReached'] as const;

export interface Report extends Figures {
  readonly failures: readonly string[];
}

const isFigure = (name: string): name is keyof Figures => name in NONE;

export function added(parts: readonly Part[]): Report {
  const sums = { ...NONE };
  for (const { figures } of parts) {
    for (const [name, value] of Object.entries(figures)) if (isFigure(name)) sums[name] += value;
  }
  return { ...sums, failures: parts.flatMap(({ failures }) => failures) };
}

export const isGood = (report: Report): boolean =>
  report.failures.length === 0 && FAULTY.every((figure) => report[figure] === 0);
