import { useEffect, useState } from 'react';
import { Notice } from '../../components/parts.tsx';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { Home } from './Home.tsx';
import { SetupSteps } from './SetupSteps.tsx';

export function App() {
  const view = useSetup((state) => state.view);
  const hasFailed = useSetup((state) => state.hasFailed);
  const [isChanging, setChanging] = useState(false);
  useEffect(() => followSetup(), []);

  if (view === null) {
    return (
      <main className="popup">
        {hasFailed ? (
          <Notice tone="attention">{texts.options.failed}</Notice>
        ) : (
          <p className="soft">{texts.setup.loading}</p>
        )}
      </main>
    );
  }
  const isDone =
    view.connection !== null &&
    view.services.teamleader.state === 'connected' &&
    view.services.exact.state === 'connected';
  return (
    <main className="popup">
      {isDone && !isChanging ? (
        <Home view={view} connection={view.connection} onChange={() => setChanging(true)} />
      ) : (
        <SetupSteps view={view} onBack={isDone ? () => setChanging(false) : null} />
      )}
    </main>
  );
}
