/** Where no frame comes, as in a hidden tab, this is waited and no longer. */
const LONGEST_FRAMES_MS = 100;

const painted = (): Promise<unknown> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
    setTimeout(resolve, LONGEST_FRAMES_MS);
  });

const root = document.querySelector<HTMLElement>('#root');
// A picture stands there, and what is loaded next would hold its paint up.
if (root?.inert) await painted();
await import('./page.tsx').catch((error: unknown) => {
  // What it cannot do without is as good as itself: the first script tells the user.
  document.querySelector('script[type="module"]')?.dispatchEvent(new Event('error'));
  throw error;
});
