import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Brand } from '../../components/parts.tsx';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { Toasts } from '../../components/toasts.tsx';
import { useHash } from '../../components/use-hash.ts';
import { Home } from './Home.tsx';
import type { List } from './load-list.ts';
import { SiteAccess } from './SiteAccess.tsx';
import { useKeptPicture } from './use-kept-picture.ts';
import { useLandingFocus } from './use-landing-focus.ts';

/** Home is drawn without it. */
const SetupSteps = lazy(() => import('./SetupSteps.tsx').then((loaded) => ({ default: loaded.SetupSteps })));

/** The address of the set-up within the popup; a step's name may follow. */
const SET_UP = 'set-up';

const isStep = (hash: string): boolean => hash === SET_UP || hash.startsWith(`${SET_UP}/`);

export function App({ list }: { readonly list: List | null }) {
  const { view, failure, pending, ask } = useSetup();
  const hash = useHash();
  const [wasSaved, setSaved] = useState(false);
  useEffect(() => followSetup(), []);
  const [, step = null, key = null] = hash.split('/');
  useEffect(() => {
    if (key !== null) void ask({ type: 'setup/edit', key });
  }, [key, ask]);

  const isDone =
    view !== null &&
    view.connections.length > 0 &&
    view.services.teamleader.state === 'connected' &&
    view.services.exact.state === 'connected';
  const isSettled = isDone && hash === '' && !wasSaved && failure === null && pending.size === 0;
  useKeptPicture(view, isDone, isSettled);
  const main = useRef<HTMLElement>(null);
  const isHome = isDone && !isStep(hash);
  useLandingFocus(main, view === null ? null : isHome);
  const goTo = (place: string) => () => {
    location.hash = place;
  };
  const onSaved = (isNew: boolean) => {
    setSaved(true);
    // A new one is done with; who changes one may want to change more.
    if (isNew) location.hash = '';
  };
  return (
    <>
      <main className="popup" ref={main} tabIndex={-1}>
        {view === null && failure === null && <Opening />}
        {failure !== null && (
          <FailureNotice failure={failure} onTryAgain={() => void ask({ type: 'setup/view', reload: false })} />
        )}
        {view !== null && <SiteAccess region={view.region} />}
        {view !== null &&
          (isHome ? (
            <Home view={view} list={list} wasSaved={wasSaved} onChange={goTo(SET_UP)} />
          ) : (
            <Suspense fallback={<Opening />}>
              <SetupSteps view={view} step={step} onBack={isDone ? goTo('') : null} onSaved={onSaved} />
            </Suspense>
          ))}
      </main>
      <Toasts />
    </>
  );
}

/** Before anything is known. */
const Opening = () => (
  <>
    <header className="head">
      <Brand />
    </header>
    <p className="soft">{texts.setup.loading}</p>
  </>
);
