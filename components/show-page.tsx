import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { lastSaid } from './last-said.ts';
import { useSetup } from './setup-store.ts';
import { markLanguage } from './texts.ts';

/**
 * So long, in milliseconds, what looks as if it could be used may stand there unusable. Just after its start the browser
 * takes two seconds to say what a company presets.
 */
const LONGEST_UNUSABLE_MS = 3000;

const longest = () => new Promise((resolve) => setTimeout(resolve, LONGEST_UNUSABLE_MS));

/** Draws one of our own pages. */
export async function showPage(page: ReactNode): Promise<void> {
  markLanguage();
  const root = document.querySelector<HTMLElement>('#root');
  if (root === null) return;
  const { recall, ask } = useSetup.getState();
  const said = await lastSaid;
  // So that the first picture already has it.
  recall(said);
  // What stands there makes way for the page, not for words that it is loading; but nobody answers there yet.
  if (root.inert && said === null) await Promise.race([ask({ type: 'setup/view', reload: false }), longest()]);
  root.inert = false;
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
