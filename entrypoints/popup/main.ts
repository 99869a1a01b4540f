import { drawPicture } from './picture.ts';

const root = document.querySelector<HTMLElement>('#root');
// There is a picture of the first page only; without one, the page itself comes no later than it can.
if (root !== null && location.hash === '') await drawPicture(root).catch(() => null);
await import('./page.tsx').catch((error: unknown) => {
  // Nobody will ever answer there.
  root?.replaceChildren();
  throw error;
});
