import { err, ok, type Result } from '../result.ts';

/** Fetches a file from an address that needs no log-in. */
export type FetchFile = (url: string) => Promise<Result<Uint8Array<ArrayBuffer>, FileProblem>>;

/** `tooLarge`: over twenty megabytes, which Exact would not take in one call. */
export type FileProblem = 'unavailable' | 'tooLarge';

const MOST_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

export const createFileFetcher =
  (fetchFrom: typeof fetch, timeoutMs = TIMEOUT_MS): FetchFile =>
  async (url) => {
    try {
      const answer = await fetchFrom(url, { credentials: 'omit', signal: AbortSignal.timeout(timeoutMs) });
      if (!answer.ok) return err('unavailable');
      if (Number(answer.headers.get('content-length') ?? 0) > MOST_BYTES) return err('tooLarge');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return bytes.length > MOST_BYTES ? err('tooLarge') : ok(bytes);
    } catch {
      return err('unavailable');
    }
  };
