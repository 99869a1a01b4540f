/** Exact's descriptions hold sixty signs. */
const MOST_SIGNS = 60;

/** On one line and no longer than Exact takes; the ending is kept whole. */
export function shortened(text: string, ending = ''): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const room = MOST_SIGNS - ending.length;
  return (line.length <= room ? line : `${cut(line, room - 1)}…`) + ending;
}

/** Half of a sign that takes two places (an emoji) would not be text any more. */
const cut = (line: string, length: number): string =>
  line
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
