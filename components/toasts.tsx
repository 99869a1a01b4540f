import { lazy, Suspense } from 'react';

const loadList = () => import('./toast-list.tsx');
const ToastList = lazy(() => loadList().then((loaded) => ({ default: loaded.ToastList })));

/** Says in passing that something was done: read out, and gone by itself. */
export const toast = (title: string): void => void loadList().then(({ say }) => say(title));

/** Where things are said in passing. What a page shows first does not wait for it. */
export const Toasts = () => (
  <Suspense>
    <ToastList />
  </Suspense>
);
