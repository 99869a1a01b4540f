import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** `forced`: in the colours of a system that has its own. */
export type Look = 'light' | 'dark' | 'forced';

/** @param open what is open over the page, which hides all else from assistive technology until it closes */
export async function expectAccessible(page: Page, look: Look, open: string | null = null): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    forcedColors: look === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  // Extension pages take no second page for axe's own report: its older way of running does.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (open === null
    ? axe.withTags([...WCAG, 'best-practice'])
    : axe.withTags(WCAG).include(open)
  ).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
