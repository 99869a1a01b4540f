import { fill } from '../lib/i18n/index.ts';
import type { SetupView } from '../lib/messages.ts';
import { useListsReadAgain } from './lists-under-way.ts';
import { Button, Notice } from './parts.tsx';
import { useSetup } from './setup-store.ts';
import { texts } from './texts.ts';

const { names, reasons, ...words } = texts.rights;

interface RightsProps {
  readonly rights: SetupView['rights'];
  readonly division: string;
}

/** Each right that the set-up needs: what it is for, and whether the user has it; open where one is missing. */
export function Rights({ rights, division }: RightsProps) {
  const { ask } = useSetup();
  const isReading = useListsReadAgain();
  const isComplete = rights.every(({ isGranted }) => isGranted);
  return (
    <details open={!isComplete}>
      <summary>{words.title}</summary>
      <ul className="rights">
        {rights.map(({ right, isGranted }) => (
          <li key={right} className={isGranted ? 'is-good' : 'is-attention'}>
            <span aria-hidden="true">{isGranted ? '✓' : '✗'}</span>
            <span>
              {names[right]}{' '}
              <span className={isGranted ? 'sr-only' : ''}>({isGranted ? words.granted : words.missing})</span>
              <span className="hint">{reasons[right]}</span>
            </span>
          </li>
        ))}
      </ul>
      {isComplete ? (
        <p className="soft">{words.allGranted}</p>
      ) : (
        <Notice tone="attention">
          <p>{fill(words.askFor, { division })}</p>
          <Button look="plain" isBusy={isReading} onClick={() => void ask({ type: 'setup/view', reload: true })}>
            {words.checkAgain}
          </Button>
        </Notice>
      )}
    </details>
  );
}
