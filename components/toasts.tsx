import { Toast } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import { texts } from './texts.ts';

const manager = Toast.createToastManager();

/** Says in passing that something was done: read out, and gone by itself. */
export const toast = (title: string): void => void manager.add({ title, timeout: 4000 });

/** Around a page that says things in passing. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={2}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={texts.preferences.notify}>
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Shown() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((one) => (
    <Toast.Root key={one.id} toast={one} className="toast" swipeDirection={['down', 'right']}>
      <Toast.Title />
      <Toast.Close className="toast-close" aria-label={texts.words.close}>
        ×
      </Toast.Close>
    </Toast.Root>
  ));
}
