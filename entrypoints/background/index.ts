import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';
import { startBackground } from './start.ts';

export default defineBackground(() => {
  // zod would probe for code from strings, which the extension's policy forbids and reports.
  z.config({ jitless: true });
  // Content scripts run beside a page that is not ours: they may not read tokens, keys or settings.
  void browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  startBackground();
});
