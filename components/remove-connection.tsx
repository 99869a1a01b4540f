import { fill } from '../lib/i18n/index.ts';
import { Confirm } from './confirm.tsx';
import { useSetup } from './setup-store.ts';
import { texts } from './texts.ts';

const { connections } = texts;

interface RemoveConnectionProps {
  /** Its draft's key. */
  readonly of: string;
  readonly name: string;
  /** Else it is only a draft, and nothing was booked by it. */
  readonly isSaved: boolean;
  readonly isSyncing?: boolean;
}

/** Says what removing forgets and what it keeps. */
export function RemoveConnection({ of: key, name, isSaved, isSyncing = false }: RemoveConnectionProps) {
  const { ask } = useSetup();
  if (isSyncing) return <span className="soft">{connections.whileSyncing}</span>;
  const title = fill(isSaved ? connections.removeOf : connections.discardOf, { name });
  return (
    <Confirm
      action={isSaved ? connections.remove : connections.discard}
      label={title}
      look="plain"
      title={title}
      text={isSaved ? connections.removeText : connections.discardText}
      onConfirm={() => void ask({ type: 'setup/remove', key })}
    />
  );
}
