/** Changes of the settings that make, replace or remove one connection, and leave the others alone. */

import { type Connection, type ConnectionDraft, nameOf } from '../connection.ts';
import { isOvertaken, type ListsOf, NEW_DRAFT, withChoices } from '../connection-draft.ts';
import { draftIn, type FormerConnection, type Settings, unsavedKeys } from '../store/settings.ts';
import type { SetupFacts } from './choices.ts';
import { connectionFrom, type Kept, withProposals } from './draft.ts';

/** Is there anything under the key, or may there be? */
export const isKnown = ({ drafts, connections }: Settings, key: string): boolean =>
  key === NEW_DRAFT || key in drafts || connections.some(({ id }) => id === key);

export const othersThan = ({ connections }: Settings, key: string): readonly Connection[] =>
  connections.filter(({ id }) => id !== key);

/**
 * What was booked belongs to an entity and a division: with another one, another connection begins, or goes on that was
 * there before.
 */
export function keptFor(all: Settings, key: string, newId: () => string): Kept {
  const draft = draftIn(all, key);
  const connection = all.connections.find(({ id }) => id === key);
  const { users } = all;
  const now = { teamleader: users.teamleader?.id ?? null, exact: users.exact?.id ?? null };
  if (connection === undefined || !isOf(draft, connection)) {
    const id = all.former.find((former) => isOf(draft, former))?.id ?? newId();
    return { id, users: now, accountChoices: {}, firstSyncAt: null, automaticEvery: null, automaticHours: 'always' };
  }
  const { teamleader, exact } = connection.users;
  return { ...connection, users: { teamleader: teamleader ?? now.teamleader, exact: exact ?? now.exact } };
}

const isOf = (draft: ConnectionDraft, { companyEntity, division }: FormerConnection): boolean =>
  companyEntity.id === draft.companyEntityId && division.code === draft.divisionCode;

/**
 * What can be proposed is in the draft. One that was saved or left while the facts were read is no draft to propose
 * anything for: it would come back as another one.
 */
export function withProposed(all: Settings, key: string, facts: SetupFacts): Settings {
  if (all.editing !== key) return all;
  const before = draftIn(all, key);
  const draft = withProposals(before, facts, othersThan(all, key));
  const isNews = JSON.stringify(draft) !== JSON.stringify(before);
  return isNews ? { ...all, drafts: { ...all.drafts, [key]: draft } } : all;
}

/**
 * The user's own change of what is known under the key.
 * @param of whose lists it was chosen from; left out: whoever's
 */
export function withChange(
  all: Settings,
  key: string,
  change: Parameters<typeof withChoices>[1],
  of?: ListsOf,
): Settings {
  const draft = draftIn(all, key);
  if (!isKnown(all, key) || (of !== undefined && isOvertaken(draft, change, of))) return all;
  return { ...all, drafts: { ...all.drafts, [key]: withChoices(draft, change) } };
}

/** The draft becomes its connection, unless something is missing. */
export function withSaved(all: Settings, key: string, facts: SetupFacts, newId: () => string): Settings {
  const drafted = connectionFrom(draftIn(all, key), facts, keptFor(all, key, newId), othersThan(all, key));
  if (!drafted.ok) return all;
  const connection = drafted.value;
  const before = all.connections.find(({ id }) => id === key);
  const former = before === undefined || before.id === connection.id ? all.former : withFormer(all.former, before);
  const { [key]: draft = draftIn(all, key), ...drafts } = all.drafts;
  return {
    ...all,
    connections:
      before === undefined
        ? [...all.connections, connection]
        : all.connections.map((one) => (one === before ? connection : one)),
    former: former.filter(({ id }) => id !== connection.id),
    drafts: { ...drafts, [connection.id]: draft },
    editing: all.editing === key ? connection.id : all.editing,
  };
}

/** What was changed since it was saved goes. */
export function withDiscarded(all: Settings, key: string): Settings {
  if (all.connections.every(({ id }) => id !== key)) return all;
  const { [key]: _, ...drafts } = all.drafts;
  return { ...all, drafts };
}

/** The connection, or a draft that none has come of. */
export function withRemoved(all: Settings, key: string): Settings {
  const removed = all.connections.find(({ id }) => id === key);
  const { [key]: _, ...drafts } = all.drafts;
  const left: Settings = {
    ...all,
    connections: all.connections.filter((one) => one !== removed),
    former: removed === undefined ? all.former : withFormer(all.former, removed),
    drafts,
  };
  const next = left.connections[0]?.id ?? unsavedKeys(left)[0] ?? NEW_DRAFT;
  return { ...left, editing: all.editing === key ? next : all.editing };
}

const withFormer = (
  former: readonly FormerConnection[],
  { id, companyEntity, division }: Connection,
): FormerConnection[] => [...former, { id, companyEntity, division: { code: division.code, name: division.name } }];

/** As far as it is known what it is about. */
export function draftName({ companyEntityId, divisionCode }: ConnectionDraft, facts: SetupFacts): string | null {
  const companyEntity = facts.companyEntities.find(({ id }) => id === companyEntityId);
  const division = facts.divisions.find(({ code }) => code === divisionCode);
  if (companyEntity === undefined || division === undefined) return companyEntity?.name ?? null;
  return nameOf({ companyEntity, division });
}
