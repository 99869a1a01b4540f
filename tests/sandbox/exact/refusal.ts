/** Exact says no: the status of the answer, and the words in it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, text: string) {
    super(text);
    this.status = status;
  }
}

export const badRequest = (text: string): Refusal => new Refusal(400, text);
export const notFound = (): Refusal => new Refusal(404, 'Resource not found.');
