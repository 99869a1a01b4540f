import { browser } from 'wxt/browser';
import type { LoginProblem } from '../../lib/messages.ts';
import { err, ok, type Result } from '../../lib/result.ts';

/** Opens a service's log-in page in a window of the browser's own and gives the address that it leads back to. */
export async function openLogin(url: string, interactive: boolean): Promise<Result<string, LoginProblem>> {
  try {
    const redirect = await browser.identity.launchWebAuthFlow({ url, interactive });
    return redirect === undefined ? err({ type: 'loginCancelled' }) : ok(redirect);
  } catch (error) {
    const text = error instanceof Error ? error.message : 'unknown';
    // Browsers tell in words only (Chromium's, then Firefox's); these are the user's own doing, or his session's end.
    const isCancelled = /did not approve|user interaction required|user cancelled|requires user interaction/i.test(
      text,
    );
    return err(isCancelled ? { type: 'loginCancelled' } : { type: 'loginPageFailed', text });
  }
}
