import { useEffect, useState } from 'react';
import { Brand, FailureNotice } from '../../components/parts.tsx';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { Home } from './Home.tsx';
import { SetupSteps } from './SetupSteps.tsx';

export function App() {
  const { view, hasFailed, ask } = useSetup();
  const [isChanging, setChanging] = useState(location.hash === '#set-up');
  const [wasSaved, setSaved] = useState(false);
  useEffect(() => followSetup(), []);

  const isDone =
    view !== null &&
    view.connection !== null &&
    view.services.teamleader.state === 'connected' &&
    view.services.exact.state === 'connected';
  return (
    <main className="popup">
      {view === null && (
        <>
          <Brand />
          {!hasFailed && <p className="soft">{texts.setup.loading}</p>}
        </>
      )}
      {hasFailed && <FailureNotice onTryAgain={() => void ask({ type: 'setup/view', reload: false })} />}
      {view !== null &&
        (isDone && !isChanging ? (
          <Home view={view} connection={view.connection} wasSaved={wasSaved} onChange={() => setChanging(true)} />
        ) : (
          <SetupSteps view={view} onBack={isDone ? () => setChanging(false) : null} onSaved={() => setSaved(true)} />
        ))}
    </main>
  );
}
