import { useEffect, useState } from 'react';
import { type Explained, meaningOf } from '../lib/explain.ts';
import { type ExplainWords, loadExplain } from '../lib/i18n/load-explain.ts';
import { language, texts } from './texts.ts';
import { useHash } from './use-hash.ts';

interface ExplainProps {
  readonly type: Explained;
  /** What happened, in a sentence: it tells this explanation from others on the page. */
  readonly of: string;
}

/** Why it is so, what it means for the books, and what to do step by step. */
export function Explain({ type, of }: ExplainProps) {
  const isSought = useHash() === `explain/${type}`;
  const [explain, setExplain] = useState<ExplainWords | null>(null);
  const isShown = isSought && explain !== null;
  useEffect(() => {
    if (isShown) document.querySelector('.explain[open]')?.scrollIntoView({ block: 'center' });
  }, [isShown]);
  return (
    <details
      key={String(isSought)}
      className="explain"
      open={isSought}
      // However it was opened.
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void loadExplain(language).then(setExplain);
      }}
    >
      <summary aria-label={`${texts.detail.explain}: ${of}`}>{texts.detail.explain}</summary>
      {explain !== null && <Explanation type={type} explain={explain} />}
    </details>
  );
}

function Explanation({ type, explain }: { readonly type: Explained; readonly explain: ExplainWords }) {
  const { why, steps } = explain.causes[type];
  return (
    <dl>
      <dt>{explain.why}</dt>
      <dd>{why}</dd>
      <dt>{explain.books}</dt>
      <dd>{explain.meaning[meaningOf(type)]}</dd>
      {steps.length > 0 && (
        <>
          <dt>{explain.steps}</dt>
          <dd>
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </dd>
        </>
      )}
    </dl>
  );
}
