import { language, texts } from '../../components/texts.ts';
import { describeDrift, describeLook, describeValue, nameDifference } from '../../lib/i18n/describe-drift.ts';
import type { DocumentView } from '../../lib/messages.ts';
import type { Drift } from '../../lib/standing.ts';

const { drifted } = texts;

interface DriftDetailProps {
  readonly document: DocumentView;
  readonly drift: Drift;
}

/** What is no longer as it was booked, side by side, and what to do about it. */
export function DriftDetail({ document, drift }: DriftDetailProps) {
  const { look } = document;
  return (
    <>
      <WhatDiffers document={document} drift={drift} />
      {look !== null && (
        <p className="soft" role="status">
          {describeLook(look, drift, texts, language)}
        </p>
      )}
    </>
  );
}

function WhatDiffers({ document, drift }: DriftDetailProps) {
  const { text, fix } = describeDrift(drift, texts);
  const cause = (
    <div className="cause">
      <strong>{text}</strong> <span>{fix}</span>
    </div>
  );
  if (drift.kind === 'removed') return cause;
  return (
    <>
      {cause}
      <div className="scroll">
        <table aria-label={text}>
          <thead>
            <tr>
              <th scope="col">{drifted.what}</th>
              <th scope="col">{drifted.booked}</th>
              <th scope="col">{drifted.now}</th>
            </tr>
          </thead>
          <tbody>
            {drift.differences.map((one) => (
              <tr key={`${one.side}/${one.field}/${one.of}`}>
                <th scope="row">
                  {nameDifference(one, texts, language)}
                  <span className="hint">{texts.service[one.side]}</span>
                </th>
                <td>{describeValue(one, one.booked, document.currency, texts, language)}</td>
                <td>{describeValue(one, one.now, document.currency, texts, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
