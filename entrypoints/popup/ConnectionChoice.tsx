import { SelectField } from '../../components/fields.tsx';
import { Button } from '../../components/parts.tsx';
import { RemoveConnection } from '../../components/remove-connection.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { NEW_DRAFT } from '../../lib/connection-draft.ts';
import type { SetupView } from '../../lib/messages.ts';

const { connections } = texts;

/** Which connection the set-up is about, where there are several. Changes of the others stay as they are. */
export function ConnectionChoice({ view }: { readonly view: SetupView }) {
  const { ask } = useSetup();
  const choices = choicesOf(view);
  if (choices.length < 2) return null;
  return (
    <SelectField
      label={connections.which}
      value={view.editing}
      choices={choices}
      none={null}
      onChange={(key) => key !== null && void ask({ type: 'setup/edit', key })}
    />
  );
}

/** Another one beside those that are saved, and the end of the one shown. */
export function ConnectionTools({ view }: { readonly view: SetupView }) {
  if (view.connections.length === 0) return null;
  const shown = view.connections.find(({ connection }) => connection.id === view.editing);
  const { label = connections.fresh } = choicesOf(view).find(({ value }) => value === view.editing) ?? {};
  const run = shown?.sync.run ?? null;
  return (
    <div className="between">
      <AddConnection />
      <RemoveConnection
        of={view.editing}
        name={label}
        isSaved={shown !== undefined}
        isSyncing={run !== null && run.endedAt === null}
      />
    </div>
  );
}

export function AddConnection({ onAdded }: { readonly onAdded?: () => void }) {
  const { ask } = useSetup();
  return (
    <Button look="plain" onClick={() => void ask({ type: 'setup/edit', key: NEW_DRAFT }).then(onAdded)}>
      {connections.add}
    </Button>
  );
}

function choicesOf({ connections: saved, unsaved, editing }: SetupView) {
  const known = [
    ...saved.map(({ connection, name }) => ({ value: connection.id, label: name })),
    ...unsaved.map(({ key, name }) => ({ value: key, label: name ?? connections.fresh })),
  ];
  const all = known.some(({ value }) => value === editing)
    ? known
    : [...known, { value: editing, label: connections.fresh }];
  return all.map((choice) => ({ ...choice, unusable: null }));
}
