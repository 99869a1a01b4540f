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
  // Nobody will ever answer there.
  root?.replaceChildren(root.dataset['unloaded'] ?? '');
  root?.removeAttribute('inert');
  throw error;
});
