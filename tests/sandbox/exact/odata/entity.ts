import type { Switches } from '../../contract.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { typeFor } from '../properties/property.ts';
import { salesEntryLines } from '../properties/sales-entry-lines.ts';
import { LINES, type Selection } from './query.ts';
import { encodeValue, keyLiteral, type Row } from './values.ts';

/** What is needed to write entities of an endpoint. */
export interface Writing {
  /** `https://host/api/v1/division`, or with `current` for a division. */
  readonly base: string;
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly switches: Switches;
  /** The lines of an entry. */
  linesOf(entryId: string): readonly Row[];
}

export const encodeEntity = (row: Row, { names, lines }: Selection, writing: Writing): Record<string, unknown> => {
  const { base, name, endpoint, switches } = writing;
  const uri = uriOf(base, name, row[endpoint.key], endpoint);
  const encoded: Record<string, unknown> = {
    __metadata: { uri, type: `Exact.Web.Api.Models.${name.replaceAll('/', '.')}` },
  };
  for (const property of names) {
    const isCollection = endpoint.properties[property]?.[0] === 'Collection';
    if (!isCollection) encoded[property] = encodeValue(row[property]);
    else if (property === LINES && lines !== null && switches.exactExpand) {
      encoded[property] = collection(
        writing.linesOf(String(row[endpoint.key])).map((line) => encodeLine(line, lines, base)),
        switches,
      );
    } else encoded[property] = { __deferred: { uri: `${uri}/${property}` } };
  }
  return encoded;
};

const encodeLine = (line: Row, names: readonly string[], base: string): Record<string, unknown> => ({
  __metadata: {
    uri: `${base}/salesentry/SalesEntryLines(${keyLiteral(line['ID'], 'Guid')})`,
    type: 'Exact.Web.Api.Models.salesentry.SalesEntryLines',
  },
  ...Object.fromEntries(names.map((name) => [name, encodeValue(line[name])])),
});

const uriOf = (base: string, name: string, key: Row[string], { properties, key: property }: Endpoint): string =>
  `${base}/${name}(${keyLiteral(key, properties[property]?.[0] ?? 'String')})`;

/** Both forms are seen of Exact: `results` in an object, and a bare array, which has no room for a next page. */
export const collection = (rows: readonly unknown[], { exactListForm }: Switches): unknown =>
  exactListForm === 'array' ? rows : { results: rows };

/** All that answers tell of an entity. */
export function everything({ properties }: Endpoint, withLines: boolean): Selection {
  const names = Object.keys(properties).filter((name) => typeFor(properties, name, 'G') !== null);
  return { names, lines: withLines && names.includes(LINES) ? Object.keys(salesEntryLines) : null };
}
