/** What the stores ask for, as pages to copy from: made from where each text stands once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../lib/i18n/language.ts';
import { textsFor } from '../../lib/i18n/tables.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { DATA, HOSTS, OPTIONAL_HOSTS, PERMISSIONS, REMOTE_CODE, SINGLE_PURPOSE } from './justifications.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** Where the pages stand. */
export const STORE_FOLDER = join(ROOT, '.store');

const message = z.object({ message: z.string() });
const namesSchema = z.object({ extensionName: message, extensionDescription: message });

export interface Listing {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
}

export function listingIn(language: Language): Listing {
  const file = join(ROOT, 'public', '_locales', language, 'messages.json');
  const { extensionName, extensionDescription } = namesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    name: extensionName.message,
    summary: extensionDescription.message,
    description: DESCRIPTIONS[language],
  };
}

const isLanguage = (name: string): name is Language => name in LANGUAGES;
export const STORE_LANGUAGES = Object.keys(LANGUAGES).filter(isLanguage);

/** File name to content. */
export function storePages(): ReadonlyMap<string, string> {
  return new Map([
    ['permissions.md', permissionsPage()],
    ...STORE_LANGUAGES.flatMap((language): [string, string][] => [
      [`${language}/listing.md`, listingPage(listingIn(language))],
      [`${language}/privacy.md`, privacyPage(language)],
    ]),
  ]);
}

const listingPage = ({ name, summary, description }: Listing): string =>
  `# ${name}\n\n> ${summary}\n\n${description}\n`;

function privacyPage(language: Language): string {
  const { options, privacy } = textsFor(language);
  const parts = Object.values(privacy).map(({ title, text }) => `## ${title}\n\n${text}\n`);
  return `# Boekbrug: ${options.privacy}\n\n${parts.join('\n')}`;
}

function permissionsPage(): string {
  const list = (all: Readonly<Record<string, string>>): string =>
    Object.entries(all)
      .map(([name, why]) => `- \`${name}\`: ${why}`)
      .join('\n');
  return [
    '# Why each permission is asked for',
    SINGLE_PURPOSE,
    '## Permissions',
    list(PERMISSIONS),
    '## Sites',
    list(HOSTS),
    '## Sites that are asked for when they are needed',
    list(OPTIONAL_HOSTS),
    '## Data that leaves the browser',
    `${list(DATA)}\n\nNothing of it goes anywhere else.`,
    '## Code from elsewhere',
    `${REMOTE_CODE}\n`,
  ].join('\n\n');
}
