import { expect, type Page } from '@playwright/test';

/** CSS pixels: 320, as wide as a bubble enlarged to 250 % or a tab to 400 %, less a scroll bar; and a bubble at 200 %. */
const NARROW = [305, 400];

/** Nothing of the page is read by scrolling it sideways, however much it is enlarged. WCAG 1.4.10. */
export async function expectReflow(page: Page): Promise<void> {
  const size = page.viewportSize();
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 600 });
    await expect
      .poll(
        () => page.evaluate(`innerWidth === ${width} && document.documentElement.scrollWidth <= ${width}`),
        page.url(),
      )
      .toBe(true);
  }
  if (size !== null) await page.setViewportSize(size);
}
