import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { startBackground } from './start.ts';

export default defineBackground(() => {
  // zod would probe for code from strings, which the extension's policy forbids and reports.
  z.config({ jitless: true });
  keepFromContentScripts(browser.storage.local);
  startBackground();
});

/**
 * Content scripts run beside a page that is not ours: they may not read tokens, keys or settings. Firefox knows no such
 * bar yet; there our own script, which reads none, is trusted.
 */
function keepFromContentScripts(area: Partial<Pick<typeof browser.storage.local, 'setAccessLevel'>>): void {
  void area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
