/** So often each time is measured. */
export const SAMPLES = 20;

/** Figures of the same thing, from the least to the most. */
export interface Spread {
  readonly least: number;
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
  readonly most: number;
}

/** The task is done so often, one after the other. */
export async function sampled<T>(task: (nth: number) => Promise<T> | T): Promise<readonly T[]> {
  const samples: T[] = [];
  for (let nth = 0; nth < SAMPLES; nth += 1) samples.push(await task(nth));
  return samples;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return { least: at(0), quarter: at(0.25), median: at(0.5), threeQuarters: at(0.75), most: at(1) };
}

/** No clock here tells more. */
export const rounded = (figure: number): number => Math.round(figure * 1000) / 1000;
