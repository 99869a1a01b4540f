import { Toast } from '@base-ui/react/toast';
import { texts } from './texts.ts';

const SHOWN_MS = 4000;

const manager = Toast.createToastManager();

/** What is said again while it still stands there, stays on for as long again. */
export const say = (title: string): void => void manager.add({ id: title, title, timeout: SHOWN_MS });

export function ToastList() {
  return (
    <Toast.Provider toastManager={manager} limit={2}>
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
