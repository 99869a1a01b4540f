import type { SetupView } from '../lib/messages.ts';
import { Button } from './parts.tsx';
import { useSetup } from './setup-store.ts';
import { texts } from './texts.ts';

interface SyncButtonProps {
  readonly children: string;
  readonly look?: 'primary' | 'plain';
}

/**
 * Starts a sync of everything; while one runs it says so, and pressing it does nothing. Not there while nothing can be
 * synced.
 */
export function SyncButton({ children, look }: SyncButtonProps) {
  const { view, ask, pending } = useSetup();
  if (view === null || !canSync(view)) return null;
  const { run } = view.sync;
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

const canSync = ({ services: { teamleader, exact }, connections }: SetupView): boolean =>
  teamleader.state === 'connected' && exact.state === 'connected' && connections.some(({ isHeld }) => !isHeld);
