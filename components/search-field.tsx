import { useCombobox } from 'downshift';
import { useId, useState } from 'react';
import type { Choice } from '../lib/messages.ts';
import { Field, problemWith, type SelectFieldProps } from './fields.tsx';
import { texts } from './texts.ts';

const { stateChangeTypes } = useCombobox;

const labelOf = (item: Choice | null): string => item?.label ?? '';

/** Choices among which one is looked for by typing a part of it. Those that cannot be picked are shown with the reason. */
export function SearchField({ label, hint, value, choices, none, onChange }: SelectFieldProps) {
  const id = useId();
  /** What is looked for; null while nothing was typed. */
  const [sought, setSought] = useState<string | null>(null);
  const { chosen, isGone, problem } = problemWith(value, choices);
  const nothing: Choice | null = none === null ? null : { value: '', label: none, unusable: null };
  const standing = isGone ? { value: value ?? '', label: value ?? '', unusable: null } : nothing;
  const all = nothing === null ? choices : [nothing, ...choices];
  const items = sought === null ? all : all.filter((item) => isFoundIn(item, sought));

  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox<Choice>({
    labelId: `${id}-label`,
    inputId: id,
    items: [...items],
    selectedItem: chosen ?? standing,
    itemToString: labelOf,
    itemToKey: (item) => item?.value,
    isItemDisabled: (item) => item.unusable !== null,
    defaultHighlightedIndex: 0,
    onInputValueChange: ({ type, inputValue }) =>
      setSought(type === stateChangeTypes.InputChange && inputValue.trim() !== '' ? inputValue : null),
    onSelectedItemChange: ({ selectedItem }) => onChange(selectedItem?.value || null),
    stateReducer: (state, { type, changes }) => {
      switch (type) {
        // Leaving the field or the list chooses nothing, and what was typed in vain goes.
        case stateChangeTypes.InputBlur:
        case stateChangeTypes.InputKeyDownEscape:
          return { ...changes, selectedItem: state.selectedItem, inputValue: labelOf(state.selectedItem) };
        case stateChangeTypes.InputKeyDownEnter:
          return items[state.highlightedIndex]?.unusable === null ? changes : state;
        default:
          return changes;
      }
    },
  });

  return (
    <Field id={id} label={label} hint={hint} problem={problem}>
      {(ids) => (
        <div className="search">
          <input
            {...getInputProps({ ...ids, onFocus: (event) => event.currentTarget.select() })}
            aria-invalid={problem !== null}
            spellCheck={false}
          />
          <ul {...getMenuProps()} className="options" hidden={!isOpen}>
            {isOpen &&
              items.map((item, index) => (
                <li
                  key={item.value}
                  {...getItemProps({ item, index })}
                  className={index === highlightedIndex ? 'option is-highlighted' : 'option'}
                >
                  {item.label}
                  {item.unusable !== null && <span className="hint">{texts.unusable[item.unusable]}</span>}
                </li>
              ))}
            {isOpen && items.length === 0 && <li className="option soft">{texts.setup.nothingFound}</li>}
          </ul>
        </div>
      )}
    </Field>
  );
}

/** Every word that is sought stands somewhere in it. */
function isFoundIn({ label }: Choice, sought: string): boolean {
  const words = sought.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}
