import { useEffect, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Brand } from '../../components/parts.tsx';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { Home } from './Home.tsx';
import { SetupSteps } from './SetupSteps.tsx';

export function App() {
  const { view, failure, ask } = useSetup();
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
          {failure === null && <p className="soft">{texts.setup.loading}</p>}
        </>
      )}
      {failure !== null && (
        <FailureNotice failure={failure} onTryAgain={() => void ask({ type: 'setup/view', reload: false })} />
      )}
      {view !== null &&
        (isDone && !isChanging ? (
          <Home view={view} connection={view.connection} wasSaved={wasSaved} onChange={() => setChanging(true)} />
        ) : (
          <SetupSteps view={view} onBack={isDone ? () => setChanging(false) : null} onSaved={() => setSaved(true)} />
        ))}
    </main>
  );
}
