import { describeCause } from '../lib/i18n/describe.ts';
import type { Cause } from '../lib/outcome.ts';
import { Explain } from './explain.tsx';
import { language, texts } from './texts.ts';

/** What keeps a customer, or an import, back. What is refused is mended in Exact, and not by syncing. */
export function ImportCause({ cause }: { readonly cause: Cause }) {
  const { text, fix } = describeCause(cause, texts, language);
  return (
    <div className="cause">
      <strong>{text}</strong> <span>{cause.type === 'refused' ? texts.imports.refusedFix : fix}</span>
      {cause.type !== 'refused' && <Explain type={cause.type} of={text} />}
    </div>
  );
}
