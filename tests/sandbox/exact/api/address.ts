export interface ApiAddress {
  readonly division: number | 'current';
  /** `crm/Accounts`, say. */
  readonly name: string;
  /** What stands in the brackets of a single entity. */
  readonly key: string | null;
  /** The collection of that entity that is asked for. */
  readonly collection: string | null;
}

export const API_ROOT = '/api/v1/';

const ADDRESS = /^\/api\/v1\/(current|\d+)\/([A-Za-z]+(?:\/[A-Za-z]+)*)(?:\(([^()]+)\)(?:\/([A-Za-z]+))?)?$/;

/** Null where the path is no address of the API. */
export function parseAddress(pathname: string): ApiAddress | null {
  const [, division, name, key, collection] = ADDRESS.exec(pathname.replaceAll('%27', "'")) ?? [];
  if (division === undefined || name === undefined) return null;
  return {
    division: division === 'current' ? 'current' : Number(division),
    name,
    key: key ?? null,
    collection: collection ?? null,
  };
}

/** Under which name calls to it are counted. */
export const nameOf = ({ name, collection }: ApiAddress): string =>
  collection === null ? name : `${name}/${collection}`;
