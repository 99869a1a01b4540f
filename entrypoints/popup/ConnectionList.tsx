import { Button, StatusDot } from '../../components/parts.tsx';
import { RemoveConnection } from '../../components/remove-connection.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { language, texts } from '../../components/texts.ts';
import { automaticEveryOf } from '../../lib/automatic.ts';
import { fill, formatTime } from '../../lib/i18n/index.ts';
import type { ConnectionView, SetupView } from '../../lib/messages.ts';
import { AddConnection } from './ConnectionChoice.tsx';

const { automatic, connections, home, options, setup } = texts;

interface ConnectionListProps {
  readonly view: SetupView;
  /** Leads to the set-up. */
  readonly onChange: () => void;
}

/** Several connections at a glance: what is booked into what, when it was synced, and whether it needs the user. */
export function ConnectionList({ view, onChange }: ConnectionListProps) {
  return (
    <section aria-label={options.connections} className="several">
      <ul>
        {view.connections.map((one) => (
          <Item key={one.connection.id} of={one.connection.id} name={one.name} isSaved onChange={onChange} told={one} />
        ))}
        {view.unsaved.map(({ key, name }) => (
          <Item key={key} of={key} name={name ?? connections.fresh} isSaved={false} onChange={onChange} told={null} />
        ))}
      </ul>
      <AddConnection onAdded={onChange} />
    </section>
  );
}

interface ItemProps {
  readonly of: string;
  readonly name: string;
  readonly isSaved: boolean;
  readonly told: ConnectionView | null;
  readonly onChange: () => void;
}

function Item({ of: key, name, isSaved, told, onChange }: ItemProps) {
  const { ask } = useSetup();
  const run = told?.sync.run ?? null;
  return (
    <li className="card">
      <p className="route">
        <StatusDot tone={toneOf(told)} />
        <span>{name}</span>
      </p>
      {told === null ? <p className="soft">{setup.unsaved}</p> : <State told={told} />}
      <div className="row">
        <Button
          look="plain"
          label={fill(connections.changeOf, { name })}
          onClick={() => void ask({ type: 'setup/edit', key }).then(onChange)}
        >
          {connections.change}
        </Button>
        <RemoveConnection of={key} name={name} isSaved={isSaved} isSyncing={run !== null && run.endedAt === null} />
      </div>
    </li>
  );
}

function toneOf(told: ConnectionView | null): 'neutral' | 'good' | 'attention' {
  if (told === null) return 'neutral';
  const { isHeld, sync } = told;
  return isHeld || sync.attention > 0 || sync.run?.problem ? 'attention' : 'good';
}

function State({ told: { connection, isHeld, sync } }: { readonly told: ConnectionView }) {
  const { run, attention } = sync;
  const every = automaticEveryOf(connection);
  const when =
    run === null
      ? home.never
      : run.endedAt === null
        ? texts.phase[run.phase]
        : `${home.lastRun} ${formatTime(run.endedAt, language)}`;
  return (
    <>
      <p className="soft" data-of-today={run !== null || undefined}>
        {every === null ? when : `${when} · ${automatic.every[every]}`}
      </p>
      {isHeld && <p>{connections.held}</p>}
      {attention > 0 && (
        <p>{attention === 1 ? home.needsAttentionOne : fill(home.needsAttention, { count: attention })}</p>
      )}
    </>
  );
}
