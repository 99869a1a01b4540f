/** What Exact answers to a client that does not ask for JSON. */
const XML = '<?xml version="1.0" encoding="utf-8"?>';
const NAMESPACES =
  'xmlns="http://www.w3.org/2005/Atom" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"';

/** @param rows entities as they stand in JSON */
export const atomFeed = (rows: readonly object[]): string =>
  `${XML}<feed ${NAMESPACES}>${rows.map((row) => entry(row, '')).join('')}</feed>`;

export const atomEntry = (row: object): string => `${XML}${entry(row, ` ${NAMESPACES}`)}`;

export const atomError = (text: string): string =>
  `${XML}<error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><code></code><message xml:lang="">${escaped(text)}</message></error>`;

function entry(row: object, attributes: string): string {
  const properties = Object.entries(row)
    .filter(([, value]) => typeof value !== 'object' || value === null)
    .map(([name, value]) =>
      value === null ? `<d:${name} m:null="true" />` : `<d:${name}>${escaped(String(value))}</d:${name}>`,
    );
  return `<entry${attributes}><content type="application/xml"><m:properties>${properties.join('')}</m:properties></content></entry>`;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
