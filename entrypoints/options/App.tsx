import { useEffect } from 'react';
import { browser } from 'wxt/browser';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Brand } from '../../components/parts.tsx';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import { Attention } from './Attention.tsx';
import { Connections } from './Connections.tsx';
import { Documents } from './Documents.tsx';
import { Preferences } from './Preferences.tsx';
import { Runs } from './Runs.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { Troubleshooting } from './Troubleshooting.tsx';
import { useHistory } from './use-history.ts';

const { options } = texts;

/** The ids of the sections, in their order. */
const SECTIONS = [
  ['attention', texts.attention.title],
  ['documents', options.documents],
  ['runs', options.runs],
  ['connections', options.connections],
  ['preferences', texts.preferences.title],
  ['settings-file', texts.settingsFile.title],
  ['troubleshooting', options.troubleshooting],
  ['privacy', options.privacy],
] as const;

export function App() {
  const view = useSetup((state) => state.view);
  const { history, failure, load } = useHistory();
  useEffect(() => followSetup(), []);
  return (
    <>
      <header className="page-head">
        <Brand />
        <nav aria-label={options.sections}>
          {SECTIONS.map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {failure !== null && <FailureNotice failure={failure} onTryAgain={load} />}
        {history === null && failure === null && <p className="soft">{texts.setup.loading}</p>}
        {history !== null && (
          <>
            <Attention documents={history.documents} />
            <Documents documents={history.documents} pdfsWaiting={history.pdfsWaiting} />
            <Runs runs={history.runs} />
          </>
        )}
        {view !== null && <Connections view={view} />}
        {view !== null && <Preferences notify={view.notify} />}
        <SettingsFile />
        <Troubleshooting />
        <section aria-labelledby="privacy">
          <h2 id="privacy">{options.privacy}</h2>
          <p className="prose">{options.privacyText}</p>
          <p className="soft">{fill(texts.about.version, { version: browser.runtime.getManifest().version })}</p>
        </section>
      </main>
    </>
  );
}
