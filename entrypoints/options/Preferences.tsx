import { SelectField } from '../../components/fields.tsx';
import { send } from '../../components/send.ts';
import { useSetup } from '../../components/setup-store.ts';
import { chosen, texts } from '../../components/texts.ts';
import { isLanguage, LANGUAGES, type Language } from '../../lib/i18n/language.ts';
import { NOTIFY, type Notify } from '../../lib/notify.ts';

const { preferences } = texts;

/** How Boekbrug speaks, and when it speaks up. */
export function Preferences({ notify, notifyPaid }: { readonly notify: Notify; readonly notifyPaid: boolean }) {
  const { ask } = useSetup();
  return (
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
          onChange={(value) => void ask({ type: 'setup/notify', notify: NOTIFY.find((one) => one === value) ?? 'all' })}
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
  );
}

/** Every text is another one then: the page begins anew. */
const speak = (language: Language | null): void =>
  void send({ type: 'language/choose', language }).then(() => location.reload());
