import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useEffect } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Brand } from '../../components/parts.tsx';
import { followSetup, useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { Toasts } from '../../components/toasts.tsx';
import { useHash } from '../../components/use-hash.ts';
import type { SetupView } from '../../lib/messages.ts';
import { About } from './About.tsx';
import { Attention } from './Attention.tsx';
import { Connections } from './Connections.tsx';
import { ConnectionNames, namesIn } from './connection-names.ts';
import { Documents } from './Documents.tsx';
import { Imports } from './Imports.tsx';
import { Preferences } from './Preferences.tsx';
import { Reports } from './Reports.tsx';
import { Runs } from './Runs.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { Troubleshooting } from './Troubleshooting.tsx';
import { type History, useHistory } from './use-history.ts';
import { Writes } from './Writes.tsx';

const { options } = texts;

/** The tabs in their order; each is its own address after `#`. */
const TABS = {
  attention: texts.attention.title,
  documents: options.documents,
  history: options.history,
  reports: texts.reports.tab,
  connections: options.connections,
  import: texts.imports.tab,
  preferences: options.preferences,
  help: options.help,
  about: options.about,
} as const;
type Tab = keyof typeof TABS;

const isTab = (hash: string): hash is Tab => Object.hasOwn(TABS, hash);

export function App() {
  const view = useSetup((state) => state.view);
  const history = useHistory();
  const hash = useHash();
  const tab: Tab = isTab(hash) ? hash : 'attention';
  useEffect(() => followSetup(), []);
  return (
    <>
      <Tabs.Root
        className="page"
        value={tab}
        onValueChange={(chosen: Tab) => {
          location.hash = chosen;
        }}
      >
        <header className="page-head">
          <Brand />
          <Tabs.List className="tabs" aria-label={options.sections} activateOnFocus={false}>
            {Object.entries(TABS).map(([value, title]) => (
              <Tabs.Tab key={value} value={value} className="tab">
                {title}
                {value === 'attention' && <AttentionCount view={view} />}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </header>
        <main>
          <Tabs.Panel key={tab} value={tab} className="panel">
            <ConnectionNames value={namesIn(history.history)}>{contentOf(tab, view, history)}</ConnectionNames>
          </Tabs.Panel>
        </main>
      </Tabs.Root>
      <Toasts />
    </>
  );
}

function AttentionCount({ view }: { readonly view: SetupView | null }) {
  const count = view?.sync.attention ?? 0;
  return count > 0 && <span className="count">{count}</span>;
}

function contentOf(tab: Tab, view: SetupView | null, history: History): ReactNode {
  switch (tab) {
    case 'attention':
      return <Loaded {...history}>{({ documents, runs }) => <Attention documents={documents} runs={runs} />}</Loaded>;
    case 'documents':
      return (
        <Loaded {...history}>
          {({ documents, pdfsWaiting }) => <Documents documents={documents} pdfsWaiting={pdfsWaiting} />}
        </Loaded>
      );
    case 'history':
      return (
        <Loaded {...history}>
          {({ runs, documents }) => (
            <>
              <Runs runs={runs} />
              <Writes documents={documents} view={view} />
            </>
          )}
        </Loaded>
      );
    case 'reports':
      return view === null ? (
        <Loading />
      ) : (
        <Loaded {...history}>{({ documents }) => <Reports view={view} documents={documents} />}</Loaded>
      );
    case 'connections':
      return view === null ? <Loading /> : <Connections view={view} />;
    case 'import':
      return view === null ? <Loading /> : <Imports view={view} />;
    case 'preferences':
      return view === null ? <Loading /> : <Preferences view={view} />;
    case 'help':
      return (
        <>
          <SettingsFile />
          <Troubleshooting />
        </>
      );
    case 'about':
      return <About />;
  }
}

const Loading = () => <p className="soft">{texts.setup.loading}</p>;

interface LoadedProps extends History {
  readonly children: (history: NonNullable<History['history']>) => ReactNode;
}

/** What was read, or why it could not be; what was shown stays while it is read again. */
function Loaded({ history, failure, load, children }: LoadedProps) {
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} onTryAgain={load} />}
      {history !== null ? children(history) : failure === null && <Loading />}
    </>
  );
}
