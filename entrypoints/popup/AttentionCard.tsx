import { CauseText } from '../../components/cause-text.tsx';
import { OptionsLink } from '../../components/fix-links.tsx';
import { StatusDot } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { SyncView } from '../../lib/messages.ts';

const { home } = texts;

/** What needs the user: what holds most documents, each with the way to mend it. */
export function AttentionCard({ sync: { run, attention, held } }: { readonly sync: SyncView }) {
  if (attention === 0) {
    // What a sync did not get to is not known to be well.
    if (run === null || run.problem !== null) return null;
    return (
      <p className="row">
        <StatusDot tone="good" /> {home.allGood}
      </p>
    );
  }
  return (
    <section className="card" aria-label={texts.attention.title}>
      <p className="between">
        <span className="row">
          <StatusDot tone="attention" />
          <strong>{attention === 1 ? home.needsAttentionOne : fill(home.needsAttention, { count: attention })}</strong>
        </span>
        <OptionsLink tab="attention">{home.show}</OptionsLink>
      </p>
      {held.length > 0 && (
        <ul className="held">
          {held.map(({ cause, lastDate, connectionId, count, webUrl }) => (
            <li key={`${connectionId}/${JSON.stringify(cause)}`}>
              <span className="count" aria-hidden="true">
                {count}×
              </span>
              <CauseText cause={cause} lastDate={lastDate} webUrl={webUrl} connectionId={connectionId} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
