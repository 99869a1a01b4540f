import { useEffect, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Brand, Button } from '../../components/parts.tsx';
import { followSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { PreviewView } from '../../lib/messages.ts';
import { PreviewedDocument } from './PreviewedDocument.tsx';
import { Summary } from './Summary.tsx';
import { usePreview } from './use-preview.ts';

const { preview, options } = texts;

/** What a sync would do now, entry by entry, and the word to do it. */
export function App() {
  const [page, setPage] = useState(0);
  const { view, failure, ask } = usePreview(page);
  useEffect(() => followSetup(), []);
  useEffect(() => {
    if (location.hash !== '#new') return;
    // Made once: a reload shows what was made.
    history.replaceState(null, '', location.pathname);
    ask({ type: 'preview/start', documents: null });
  }, [ask]);
  const start = () => {
    setPage(0);
    ask({ type: 'preview/start', documents: null });
  };
  return (
    <>
      <header className="page-head">
        <Brand />
      </header>
      <main>
        <section aria-labelledby="preview">
          <h2 id="preview">{preview.title}</h2>
          {failure !== null && (
            <FailureNotice failure={failure} onTryAgain={() => ask({ type: 'preview/view', page })} />
          )}
          {view === null && failure === null && <p className="soft">{texts.setup.loading}</p>}
          {view !== null && view.head === null && (
            <>
              <p className="soft">{preview.none}</p>
              <div>
                <Button look="primary" onClick={start}>
                  {preview.open}
                </Button>
              </div>
            </>
          )}
          {view?.head && (
            <Summary
              head={view.head}
              run={view.run}
              connections={view.connections}
              onStart={start}
              onStop={() => ask({ type: 'preview/stop', page })}
              onBook={(id) => ask({ type: 'preview/book', id, page })}
            />
          )}
        </section>
        {view !== null && view.documents.length > 0 && (
          <section aria-labelledby="documents">
            <h2 id="documents">{preview.documents}</h2>
            {view.documents.map((document) => (
              <PreviewedDocument
                key={`${document.connectionId}/${document.kind}/${document.id}`}
                document={document}
                connection={view.connections[document.connectionId] ?? null}
                wasBooked={view.head?.bookedAt != null}
              />
            ))}
            <Pages view={view} onTurn={setPage} />
          </section>
        )}
      </main>
    </>
  );
}

/** Thousands of documents are not shown at once. */
function Pages({
  view: { head, page },
  onTurn,
}: {
  readonly view: PreviewView;
  readonly onTurn: (page: number) => void;
}) {
  const pages = head?.pages ?? 0;
  if (pages < 2) return null;
  const turn = (to: number) => {
    onTurn(to);
    scrollTo({ top: 0 });
  };
  return (
    <nav className="row pages" aria-label={options.sections}>
      <Button isBusy={page === 0} onClick={() => turn(page - 1)}>
        {preview.previous}
      </Button>
      <span>{fill(preview.page, { page: page + 1, pages })}</span>
      <Button isBusy={page + 1 >= pages} onClick={() => turn(page + 1)}>
        {preview.next}
      </Button>
    </nav>
  );
}
