import { useEffect, useState } from 'react';
import { Notice } from '../../components/parts.tsx';
import { onChanged, send } from '../../components/send.ts';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import type { HistoryView } from '../../lib/messages.ts';
import { Connections } from './Connections.tsx';
import { Documents } from './Documents.tsx';
import { Runs } from './Runs.tsx';
import { Troubleshooting } from './Troubleshooting.tsx';

const { options } = texts;

export function App() {
  const view = useSetup((state) => state.view);
  const [history, setHistory] = useState<HistoryView | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => followSetup(), []);
  useEffect(() => {
    const load = () =>
      void send({ type: 'history/view' }).then(
        (loaded) => setHistory(loaded),
        () => setFailed(true),
      );
    load();
    return onChanged(load);
  }, []);

  if (history === null) {
    return (
      <main>
        {hasFailed ? <Notice tone="attention">{options.failed}</Notice> : <p className="soft">{texts.setup.loading}</p>}
      </main>
    );
  }
  return (
    <main>
      <h1>{options.title}</h1>
      <Connections view={view} />
      <Documents documents={history.documents} />
      <Runs runs={history.runs} />
      <Troubleshooting />
      <section aria-labelledby="privacy">
        <h2 id="privacy">{options.privacy}</h2>
        <p>{options.privacyText}</p>
      </section>
    </main>
  );
}
