import { setupHash } from '../../components/fix-links.tsx';
import { Link } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import type { SetupView } from '../../lib/messages.ts';
import { ImportSection } from './ImportSection.tsx';

const { imports, options } = texts;

/** One for each division that is, or is to be, booked into: several connections may share one. */
export function Imports({ view: { connections, draft, choices } }: { readonly view: SetupView }) {
  const divisions = new Map(connections.map(({ connection: { division } }) => [division.code, division.name]));
  if (draft.divisionCode !== null && !divisions.has(draft.divisionCode)) {
    const label = choices.divisions.find(({ value }) => value === String(draft.divisionCode))?.label;
    divisions.set(draft.divisionCode, label ?? String(draft.divisionCode));
  }
  return (
    <section aria-labelledby="import">
      <h2 id="import">{imports.title}</h2>
      {divisions.size === 0 ? (
        <p className="soft">
          {imports.none} <Link href={`/popup.html${setupHash('division')}`}>{options.openSetup}</Link>
        </p>
      ) : (
        <>
          <p className="prose soft">{imports.hint}</p>
          {[...divisions].map(([code, name]) => (
            <ImportSection key={code} division={code} name={name} />
          ))}
        </>
      )}
    </section>
  );
}
