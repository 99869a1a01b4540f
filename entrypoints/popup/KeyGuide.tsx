import { useState } from 'react';
import { Link } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import type { Service } from '../../lib/outcome.ts';

const { keys, setup } = texts;

const STEPS = ['open', 'create', 'redirect', 'rights', 'copy'] as const;
/** The field of the sketch that a step is about. */
const FIELDS = [
  ['create', keys.sketch.name],
  ['redirect', keys.sketch.redirect],
  ['rights', keys.sketch.rights],
] as const;

interface KeyGuideProps {
  readonly service: Service;
  /** There is no key yet. */
  readonly isNeeded: boolean;
}

/** How to register an app of one's own, with a sketch of the form as it stands at the service. */
export function KeyGuide({ service, isNeeded }: KeyGuideProps) {
  // As it was at first: what is being read does not close under the first key that is typed.
  const [isOpen] = useState(isNeeded);
  return (
    <details className="guide" open={isOpen}>
      <summary>{keys.guide}</summary>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            {keys.steps[service][step]}
            {step === 'open' && (
              <Link href={REGISTER_URLS[service]}>
                {service === 'teamleader' ? keys.openTeamleader : keys.openExact}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <div className="sketch" aria-hidden="true">
        {FIELDS.map(([step, label]) => (
          <div key={step} className={step === 'redirect' ? 'sketch-field is-here' : 'sketch-field'}>
            <span>
              {STEPS.indexOf(step) + 1}. {label}
            </span>
            <i />
          </div>
        ))}
        <div className="sketch-keys">
          <span>5. {setup.clientId}</span>
          <code>3f1c…e9</code>
          <span>{setup.clientSecret}</span>
          <code>••••••</code>
        </div>
      </div>
    </details>
  );
}

const REGISTER_URLS: Readonly<Record<Service, string>> = {
  teamleader: 'https://marketplace.focus.teamleader.eu/build',
  exact: 'https://apps.exactonline.com/',
};
