type Child = Node | string | null;

interface Options<Tag extends keyof HTMLElementTagNameMap> {
  /** The name in `data-teamleader-ui`. */
  readonly ui?: string;
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly properties?: Partial<HTMLElementTagNameMap[Tag]>;
}

/** A new element. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: Options<Tag>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (options.ui !== undefined) element.dataset['teamleaderUi'] = options.ui;
  if (options.class !== undefined) element.className = options.class;
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  Object.assign(element, options.properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function button(label: Child, className: string, onClick: () => void, title = ''): HTMLButtonElement {
  return el(
    'button',
    { ui: 'button', class: className, properties: { type: 'button', title, onclick: onClick } },
    label,
  );
}

export const icon = (name: string): HTMLElement => el('span', { class: `icon is-${name}` });
