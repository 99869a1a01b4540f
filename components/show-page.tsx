import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { lastSaid } from './last-said.ts';
import { useSetup } from './setup-store.ts';
import { markLanguage } from './texts.ts';

/** Draws one of our own pages. */
export async function showPage(page: ReactNode): Promise<void> {
  markLanguage();
  // So that the first picture already has it.
  useSetup.getState().recall(await lastSaid);
  const root = document.querySelector<HTMLElement>('#root');
  if (root === null) return;
  root.inert = false;
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
