import { Combobox } from '@base-ui/react/combobox';
import type { BaseUIEvent } from '@base-ui/react/types';
import { type KeyboardEvent, useId } from 'react';
import type { Choice } from '../lib/messages.ts';
import { Field, problemWith, type SelectFieldProps } from './fields.tsx';
import { texts } from './texts.ts';

/** Choices among which one is looked for by typing a part of it. Those that cannot be picked are shown with the reason. */
export function SearchField({ value, choices, none, onChange, ...field }: SelectFieldProps) {
  const id = useId();
  const { problem } = problemWith(value, choices);
  const nothing: readonly Choice[] = none === null ? [] : [{ value: '', label: none, unusable: null }];
  const offered = [...nothing, ...choices];
  const found = new Map(offered.map((choice) => [choice.value, choice]));
  const labelOf = (item: string): string => found.get(item)?.label ?? item;
  return (
    <Field {...field} id={id} problem={problem}>
      {(ids) => (
        // By value, not by object: a value that is another one with every view would replace what is being typed.
        <Combobox.Root<string>
          items={[...found.keys()]}
          value={value ?? (none === null ? null : '')}
          itemToStringLabel={labelOf}
          filter={(item, sought) => isFoundIn(labelOf(item), sought)}
          autoHighlight
          onValueChange={(item, details) => {
            // Emptying the text chooses nothing: it is the beginning of another search.
            if (details.reason === 'input-clear') details.cancel();
            else onChange(item || null);
          }}
        >
          <Combobox.InputGroup className="search">
            <Combobox.Input
              {...ids}
              aria-invalid={problem !== null}
              spellCheck={false}
              onFocus={(event) => event.currentTarget.select()}
              onKeyDown={(event) => heedKey(event, labelOf(value ?? ''))}
            />
            {/* In full, on as many lines as it takes: an input has but one, which would cut it. */}
            <span className="shown" aria-hidden="true">
              {labelOf(value ?? '')}
            </span>
          </Combobox.InputGroup>
          <Combobox.Portal>
            <Combobox.Positioner className="options-place" sideOffset={4}>
              <Combobox.Popup className="options">
                <Combobox.Empty>
                  <div className="option soft">{texts.setup.nothingFound}</div>
                </Combobox.Empty>
                <Combobox.List aria-label={field.name ?? field.label}>
                  {(item: string) => <Option key={item} value={item} choice={found.get(item)} />}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Field>
  );
}

/**
 * Escape is for the list, and for the popup around it: without one, the field would take it for a wish to choose nothing.
 * What is typed is sought anew, not behind what stands there as chosen.
 */
function heedKey(event: BaseUIEvent<KeyboardEvent<HTMLInputElement>>, chosen: string): void {
  const { currentTarget: input, key, ctrlKey, metaKey } = event;
  if (key === 'Escape' && input.getAttribute('aria-expanded') === 'false') event.preventBaseUIHandler();
  if (key.trim().length === 1 && !ctrlKey && !metaKey && input.value === chosen) input.select();
}

interface OptionProps {
  readonly value: string;
  readonly choice: Choice | undefined;
}

function Option({ value, choice }: OptionProps) {
  const unusable = choice?.unusable ?? null;
  return (
    <Combobox.Item value={value} disabled={unusable !== null} className="option">
      {choice?.label ?? value}
      {unusable !== null && <span className="hint">{texts.unusable[unusable]}</span>}
    </Combobox.Item>
  );
}

/** Every word that is sought stands somewhere in it. */
function isFoundIn(label: string, sought: string): boolean {
  const words = sought.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}
