/** Ids and numbers, which differ from one document to the next in words that say the same. */
const ID_OR_NUMBER = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+/gi;

/**
 * A refusal that is not understood is taken for a shared cause when it comes a second time with the same words: each one
 * is rationed, and whatever else is sent would be refused as well.
 */
export class RepeatedRefusals {
  readonly #heard = new Set<string>();

  /**
   * Notes a refusal.
   * @param names what the words may name of this one document or customer
   * @returns whether it came before
   */
  isRepeated(text: string, names: readonly (string | null)[]): boolean {
    const general = names
      .flatMap((name) => name || [])
      .toSorted((one, other) => other.length - one.length)
      .reduce((words, name) => words.replaceAll(name, '#'), text)
      .replace(ID_OR_NUMBER, '#');
    const isRepeated = this.#heard.has(general);
    this.#heard.add(general);
    return isRepeated;
  }
}
