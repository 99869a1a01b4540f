import { badRequest } from '../refusal.ts';
import { dayValue, type Value } from './values.ts';

export type LiteralType = 'guid' | 'time' | 'text' | 'number' | 'boolean' | 'null';

export interface Literal {
  readonly type: LiteralType;
  readonly value: Value;
}

const GUID = /^guid'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'$/i;
const TIME = /^datetime'(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?)?'$/;

/** Reads one literal of OData; refuses what is none. */
export function parseLiteral(token: string): Literal {
  if (token === 'null') return { type: 'null', value: null };
  if (token === 'true' || token === 'false') return { type: 'boolean', value: token === 'true' };
  if (token.startsWith("'")) return { type: 'text', value: token.slice(1, -1).replaceAll("''", "'") };
  if (/^-?\d+L$/.test(token)) return { type: 'number', value: BigInt(token.slice(0, -1)) };
  if (/^-?\d+(\.\d+)?$/.test(token)) return { type: 'number', value: Number(token) };
  const guid = GUID.exec(token)?.[1];
  if (guid !== undefined) return { type: 'guid', value: guid.toLowerCase() };
  const [, day, time] = TIME.exec(token) ?? [];
  if (day !== undefined) {
    const moment = time === undefined ? dayValue(day) : new Date(`${day}${time}Z`);
    if (!Number.isNaN(moment.getTime())) return { type: 'time', value: moment };
  }
  throw badRequest(`'${token}' is not a literal that is understood.`);
}

const TOKEN = /\s*(guid'[^']*'|datetime'[^']*'|'(?:[^']|'')*'|-?\d+L\b|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|[(),])/y;

/** The words of an expression, from first to last. */
export class Tokens {
  readonly #text: string;
  readonly #all: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#all = split(text);
  }

  peek(): string | undefined {
    return this.#all[this.#at];
  }

  next(): string {
    const token = this.peek();
    if (token === undefined) throw badRequest(`Unexpected end of '${this.#text}'.`);
    this.#at += 1;
    return token;
  }

  /** Goes past the word if it comes next. */
  skip(word: string): boolean {
    if (this.peek() !== word) return false;
    this.#at += 1;
    return true;
  }

  expect(word: string): void {
    const token = this.next();
    if (token !== word) throw badRequest(`'${word}' expected in '${this.#text}', found '${token}'.`);
  }

  expectEnd(): void {
    const token = this.peek();
    if (token !== undefined) throw badRequest(`Unexpected '${token}' in '${this.#text}'.`);
  }
}

function split(text: string): string[] {
  const found: string[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(trimmed)?.[1];
    if (token === undefined) throw badRequest(`Syntax error at position ${at} in '${text}'.`);
    found.push(token);
  }
  return found;
}
