import { Combobox } from '@base-ui/react/combobox';
import { useId } from 'react';
import type { Choice } from '../lib/messages.ts';
import { Field, problemWith, type SelectFieldProps } from './fields.tsx';
import { texts } from './texts.ts';

const isSame = (one: Choice, other: Choice): boolean => one.value === other.value;
const labelOf = ({ label }: Choice): string => label;

/** Choices among which one is looked for by typing a part of it. Those that cannot be picked are shown with the reason. */
export function SearchField({ value, choices, none, onChange, ...field }: SelectFieldProps) {
  const id = useId();
  const { chosen, isGone, problem } = problemWith(value, choices);
  const nothing: Choice | null = none === null ? null : { value: '', label: none, unusable: null };
  const standing = isGone ? { value: value ?? '', label: value ?? '', unusable: null } : nothing;
  return (
    <Field {...field} id={id} problem={problem}>
      {(ids) => (
        <Combobox.Root<Choice>
          items={nothing === null ? [...choices] : [nothing, ...choices]}
          value={chosen ?? standing}
          itemToStringLabel={labelOf}
          isItemEqualToValue={isSame}
          filter={isFoundIn}
          autoHighlight
          onValueChange={(item, details) => {
            // Emptying the text chooses nothing: it is the beginning of another search.
            if (details.reason === 'input-clear') details.cancel();
            else onChange(item?.value || null);
          }}
        >
          <Combobox.InputGroup className="search">
            <Combobox.Input
              {...ids}
              aria-invalid={problem !== null}
              spellCheck={false}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Combobox.InputGroup>
          <Combobox.Portal>
            <Combobox.Positioner className="options-place" sideOffset={4}>
              <Combobox.Popup className="options">
                <Combobox.Empty>
                  <div className="option soft">{texts.setup.nothingFound}</div>
                </Combobox.Empty>
                <Combobox.List aria-label={field.name ?? field.label}>
                  {(item: Choice) => (
                    <Combobox.Item key={item.value} value={item} disabled={item.unusable !== null} className="option">
                      {item.label}
                      {item.unusable !== null && <span className="hint">{texts.unusable[item.unusable]}</span>}
                    </Combobox.Item>
                  )}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Field>
  );
}

/** Every word that is sought stands somewhere in it. */
function isFoundIn({ label }: Choice, sought: string): boolean {
  const words = sought.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}
