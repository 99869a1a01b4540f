import { Button } from './parts.tsx';
import { useSetup } from './setup-store.ts';
import { texts } from './texts.ts';

interface SyncButtonProps {
  readonly children: string;
  readonly look?: 'primary';
}

/** Starts a sync of everything; while one runs it says so, and pressing it does nothing. */
export function SyncButton({ children, look }: SyncButtonProps) {
  const { view, ask, pending } = useSetup();
  const run = view?.sync.run ?? null;
  const isRunning = run !== null && run.endedAt === null;
  return (
    <Button
      look={look}
      isBusy={isRunning || pending.has('sync/start')}
      onClick={() => void ask({ type: 'sync/start' })}
    >
      {isRunning ? texts.button.starting : children}
    </Button>
  );
}
