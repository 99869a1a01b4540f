import { ChoiceField } from '../../components/choice-field.tsx';
import { CheckField, Field } from '../../components/fields.tsx';
import { FixLinks } from '../../components/fix-links.tsx';
import { Notice, StatusDot } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { SyncButton } from '../../components/sync-button.tsx';
import { language, texts } from '../../components/texts.ts';
import {
  AUTOMATIC_AT_FIRST,
  AUTOMATIC_EVERY,
  AUTOMATIC_HOURS,
  type AutomaticEvery,
  automaticLocks,
} from '../../lib/automatic.ts';
import type { Connection } from '../../lib/connection.ts';
import { fill, formatDate, formatTime } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';
import { useChange } from './use-change.ts';

const { automatic, other } = texts;

const ANSWERS = ['off', 'active'] as const;

/** Two integrations would book everything twice: the user is asked, and told what the books say. Feature B12. */
export function OtherIntegrationFields({ view: { draft, othersEntries } }: { readonly view: SetupView }) {
  const change = useChange();
  return (
    <>
      <ChoiceField
        question={other.question}
        choices={ANSWERS.map((value) => ({ value, label: other.answers[value] }))}
        value={draft.otherIntegration}
        onChange={(otherIntegration) => change({ otherIntegration })}
      />
      {draft.otherIntegration === 'active' && <Notice tone="attention">{other.active}</Notice>}
      {othersEntries !== null && (
        <p className={othersEntries.newest === null ? 'soft' : 'row'}>
          {othersEntries.newest === null
            ? other.notSeen
            : fill(other.seen, { count: othersEntries.count, date: formatDate(othersEntries.newest, language) })}
        </p>
      )}
    </>
  );
}

/** To be started here or in the invoice list, once the set-up is saved. */
export function FirstSync({ connection }: { readonly connection: Connection | null }) {
  if (connection === null) return <p className="soft">{automatic.saveFirst}</p>;
  if (connection.firstSyncAt !== null) {
    return (
      <p className="row" data-of-today>
        <StatusDot tone="good" />{' '}
        {fill(automatic.firstSyncDone, { time: formatTime(connection.firstSyncAt, language) })}
      </p>
    );
  }
  return (
    <>
      <p>{fill(automatic.firstSync, { date: formatDate(connection.startDate, language) })}</p>
      <div>
        <SyncButton>{texts.home.syncNow}</SyncButton>
      </div>
    </>
  );
}

/** Where it is said that the other one is off. */
const TO_OTHER = [{ at: 'setup', step: 'other' }] as const;

/** Whether it syncs by itself and how often, or what that waits for. Feature B10. */
export function AutomaticFields({ connection }: { readonly connection: Connection | null }) {
  const { ask } = useSetup();
  const locks = automaticLocks(connection);
  const isLocked = locks.length > 0;
  const key = connection === null ? {} : { key: connection.id };
  const every = isLocked ? null : (connection?.automaticEvery ?? null);
  const change = (chosen: AutomaticEvery | null) => void ask({ type: 'setup/automatic', ...key, every: chosen });
  return (
    <>
      <CheckField
        label={automatic.label}
        hint={automatic.hint}
        isLocked={isLocked}
        value={every !== null}
        onChange={(isOn) => change(isOn ? AUTOMATIC_AT_FIRST : null)}
      />
      {every !== null && connection !== null && (
        <>
          <Field label={automatic.howOften}>
            {(ids) => (
              <select
                {...ids}
                value={every}
                onChange={({ target: { value } }) =>
                  change(AUTOMATIC_EVERY.find((minutes) => String(minutes) === value) ?? every)
                }
              >
                {AUTOMATIC_EVERY.map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {automatic.every[minutes]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={automatic.hoursLabel}>
            {(ids) => (
              <select
                {...ids}
                value={connection.automaticHours}
                onChange={({ target: { value } }) =>
                  void ask({
                    type: 'setup/automaticHours',
                    ...key,
                    hours: AUTOMATIC_HOURS.find((one) => one === value) ?? 'always',
                  })
                }
              >
                {AUTOMATIC_HOURS.map((hours) => (
                  <option key={hours} value={hours}>
                    {automatic.hours[hours]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </>
      )}
      {isLocked && (
        <div className="locks">
          {automatic.locked}
          <ul>
            {locks.map((lock) => (
              <li key={lock}>
                {automatic.locks[lock]}
                {lock === 'otherIntegrationNotOff' && (
                  <FixLinks fixes={TO_OTHER} webUrl={null} connectionId={connection?.id ?? null} />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
