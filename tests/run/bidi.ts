/** The browsers' common protocol for tests (WebDriver BiDi), as far as a smoke run needs it. */
import { z } from 'zod';

const answerSchema = z.object({
  id: z.number().nullable(),
  type: z.enum(['success', 'error']),
  result: z.unknown().optional(),
  message: z.string().optional(),
});

const evaluatedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.unknown().optional() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data))));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser is gone.'));
    });
  }

  /** @param address as the browser tells it when it starts */
  static async connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise((opened, failed) => {
      socket.addEventListener('open', opened, { once: true });
      socket.addEventListener('error', failed, { once: true });
    });
    const bidi = new Bidi(socket);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return bidi;
  }

  send(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> {
    const id = this.#waiting.size + 1;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer.promise;
  }

  /** Opens a tab. @returns its name in the protocol */
  async open(url: string): Promise<string> {
    const { context } = z
      .object({ context: z.string() })
      .parse(await this.send('browsingContext.create', { type: 'tab' }));
    await this.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return context;
  }

  /** @returns what the expression comes to, as JSON would tell it */
  async evaluate(context: string, expression: string): Promise<unknown> {
    const answer = await this.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
    });
    const evaluated = evaluatedSchema.parse(answer);
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    const { value } = evaluated.result;
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  }

  close(): void {
    this.#socket.close();
  }

  #hear(message: unknown): void {
    const answer = answerSchema.safeParse(message);
    if (!answer.success || answer.data.id === null) return;
    const { id, type, result, message: text } = answer.data;
    if (type === 'success') this.#waiting.get(id)?.resolve(result);
    else this.#waiting.get(id)?.reject(new Error(text));
  }
}
