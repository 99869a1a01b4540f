import { useEffect } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Brand } from '../../components/parts.tsx';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { Connections } from './Connections.tsx';
import { Documents } from './Documents.tsx';
import { Runs } from './Runs.tsx';
import { Troubleshooting } from './Troubleshooting.tsx';
import { useHistory } from './use-history.ts';

const { options } = texts;

export function App() {
  const view = useSetup((state) => state.view);
  const { history, failure, load } = useHistory();
  useEffect(() => followSetup(), []);
  return (
    <main>
      <Brand />
      {failure !== null && <FailureNotice failure={failure} onTryAgain={load} />}
      {history === null ? (
        failure === null && <p className="soft">{texts.setup.loading}</p>
      ) : (
        <>
          {view !== null && <Connections view={view} />}
          <Documents documents={history.documents} pdfsWaiting={history.pdfsWaiting} />
          <Runs runs={history.runs} />
          <Troubleshooting />
          <section aria-labelledby="privacy">
            <h2 id="privacy">{options.privacy}</h2>
            <p className="prose">{options.privacyText}</p>
          </section>
        </>
      )}
    </main>
  );
}
