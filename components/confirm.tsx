import { AlertDialog } from '@base-ui/react/alert-dialog';
import { texts } from './texts.ts';

interface ConfirmProps {
  /** What the button shows, here and in the question. */
  readonly action: string;
  /** The button's full name, where what it shows says too little by itself. */
  readonly label?: string;
  readonly look?: 'plain';
  /** The question, and what doing it means. */
  readonly title: string;
  readonly text: string;
  readonly onConfirm: () => void;
}

/** A button that says what it will do, and does it when told so again. */
export function Confirm({ action, label, look, title, text, onConfirm }: ConfirmProps) {
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className={look === undefined ? 'button' : `button is-${look}`} aria-label={label}>
        {action}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <AlertDialog.Description>{text}</AlertDialog.Description>
          <div className="row">
            <AlertDialog.Close className="button is-primary" onClick={onConfirm}>
              {action}
            </AlertDialog.Close>
            <AlertDialog.Close className="button">{texts.setup.cancel}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
