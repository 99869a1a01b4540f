/** What the screens are drawn of: a story in stages, each with the screens that can be seen when it is reached. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';

export interface World {
  readonly browser: BrowserContext;
  readonly sandbox: Sandbox;
  readonly popup: Page;
  readonly options: Page;
  readonly preview: Page;
  /** For what would leave another page unfit to go on with. */
  readonly aside: Page;
  /** Teamleader's list of invoices. */
  readonly list: Page;
}

/** Brings the screen about in the language that was chosen last, and gives its page. */
export type Show = (world: World) => Promise<Page>;

export interface Stage {
  /** Goes on from the stage before. */
  readonly reach: (world: World) => Promise<unknown>;
  /** By name; each can be drawn without the others. */
  readonly screens: Readonly<Record<string, Show>>;
}
