import Papa from 'papaparse';

/** A byte-order mark, without which spreadsheets take the text for another encoding. */
const MARK = '\uFEFF';

/** A text that a spreadsheet would take for a formula; an amount below zero is none. */
const FORMULA = /^(?:[=+@\t\r]|-(?![\d,]+$))/;

/** A file that a Belgian or Dutch spreadsheet opens right: semicolons between the columns. */
export const csvOf = (fields: readonly string[], data: readonly (readonly (string | number)[])[]): string =>
  `${MARK}${Papa.unparse({ fields: [...fields], data: data.map((row) => [...row]) }, { delimiter: ';', escapeFormulae: FORMULA })}\r\n`;
