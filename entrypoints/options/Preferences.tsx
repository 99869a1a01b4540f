import { SelectField } from '../../components/fields.tsx';
import { send } from '../../components/send.ts';
import { useSetup } from '../../components/setup-store.ts';
import { chosen, texts } from '../../components/texts.ts';
import { HISTORY_MONTHS } from '../../lib/history-kept.ts';
import { fill } from '../../lib/i18n/index.ts';
import { isLanguage, LANGUAGES, type Language } from '../../lib/i18n/language.ts';
import type { SetupView } from '../../lib/messages.ts';
import { NOTIFY } from '../../lib/notify.ts';

const { preferences } = texts;

/** How Boekbrug speaks, when it speaks up, and how long it remembers. */
export function Preferences({ view: { notify, notifyPaid, historyMonths } }: { readonly view: SetupView }) {
  const { ask } = useSetup();
  return (
    <>
      <section aria-labelledby="preferences">
        <h2 id="preferences">{preferences.title}</h2>
        <div className="tools is-narrow">
          <SelectField
            label={preferences.language}
            hint={preferences.languageHint}
            value={chosen}
            none={preferences.asBrowser}
            choices={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label, unusable: null }))}
            onChange={(value) => speak(isLanguage(value) ? value : null)}
          />
          <SelectField
            label={preferences.notify}
            none={null}
            value={notify}
            choices={NOTIFY.map((value) => ({ value, label: preferences.notifyWhen[value], unusable: null }))}
            onChange={(value) =>
              void ask({ type: 'setup/notify', notify: NOTIFY.find((one) => one === value) ?? 'all' })
            }
          />
        </div>
        <label className="row">
          <input
            type="checkbox"
            checked={notifyPaid}
            onChange={({ target: { checked } }) => void ask({ type: 'setup/notifyPaid', notifyPaid: checked })}
          />
          {texts.payments.notify}
        </label>
      </section>
      <section aria-labelledby="history-kept">
        <h2 id="history-kept">{texts.options.history}</h2>
        <div className="tools is-narrow">
          <SelectField
            label={preferences.keepHistory}
            hint={preferences.keepHistoryHint}
            none={preferences.forGood}
            value={historyMonths === null ? null : String(historyMonths)}
            choices={HISTORY_MONTHS.map((count) => ({
              value: String(count),
              label: fill(preferences.months, { count }),
              unusable: null,
            }))}
            onChange={(value) =>
              void ask({
                type: 'setup/historyMonths',
                months: HISTORY_MONTHS.find((count) => String(count) === value) ?? null,
              })
            }
          />
        </div>
      </section>
    </>
  );
}

/** Every text is another one then: the page begins anew. */
const speak = (language: Language | null): void =>
  void send({ type: 'language/choose', language }).then(() => location.reload());
