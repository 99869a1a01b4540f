/** Pictures of a page: in light and dark, and once for who needs more contrast or has colours of his own. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../lib/i18n/language.ts';

/** The window is made as tall as the page: a bar that sticks to its foot would stand in the middle. */
export async function draw(page: Page, folder: string, name: string, language: Language): Promise<void> {
  const size = page.viewportSize();
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  if (size && height > size.height) await page.setViewportSize({ width: size.width, height });
  const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
  if (size && width > size.width) console.log(`${name} in ${language} is ${width - size.width} pixels too wide.`);
  const take = (look: string) =>
    page.screenshot({ path: join(folder, `${name}-${language}-${look}.png`), fullPage: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await take(colorScheme);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (language === 'en') {
    await page.emulateMedia({ contrast: 'more' });
    await take('more-contrast');
    await page.emulateMedia({ contrast: null, forcedColors: 'active' });
    await take('forced-colours');
    await page.emulateMedia({ forcedColors: null });
  }
  if (size) await page.setViewportSize(size);
}
