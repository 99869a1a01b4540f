/** Ten thousand messages to the background from senders that mean harm. */
import fc from 'fast-check';
import { z } from 'zod';
import { tally } from '../run/tally.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { type NodeBackground, setUpInNode, startBackgroundInNode } from './background-in-node.ts';
import { contentScriptOf, hostileMessages, type Sender, strangersTo } from './hostile-messages.ts';
import { IssuedSecrets } from './issued-secrets.ts';
import { pageAnswerSchema } from './page-answer.ts';
import { setUpIn } from './set-up.ts';

const MESSAGES = 10_000;
const QUICK_MESSAGES = 1_500;

/** What a sync calls, and nothing else that the extension can. */
const CALLS_OF_A_SYNC: ReadonlySet<string> = new Set([
  'invoices.list',
  'invoices.info',
  'creditNotes.list',
  'creditNotes.info',
  'companies.list',
  'contacts.list',
  'taxRates.list',
  'productCategories.list',
  'GET salesentry/SalesEntries',
  'GET sync/Cashflow/PaymentTerms',
  'GET bulk/Cashflow/Receivables',
  'GET financialtransaction/TransactionLines',
  'GET sync/CRM/Accounts',
  'GET financial/GLAccounts',
  'GET financial/Journals',
  'GET vat/VATCodes',
  'GET cashflow/PaymentConditions',
  'GET financial/FinancialPeriods',
  'GET general/Currencies',
  'GET financial/ExchangeRates',
  'GET crm/BankAccounts',
  'POST crm/Accounts',
  'POST crm/BankAccounts',
  'PUT crm/Accounts',
  'POST salesentry/SalesEntries',
  // The id behind a number in a row's link; and the log-in that ran out.
  'migrate.id',
  'token',
]);

const historySchema = z.object({
  documents: z.array(
    z.object({
      id: z.string(),
      outcome: z.object({ state: z.string(), cause: z.object({ type: z.string() }).nullish() }),
    }),
  ),
});

interface Hostile {
  readonly message: unknown;
  readonly sender: Sender;
}

/**
 * The background's own code in Node, set up and logged in, hears messages of every shape under every name. A stranger
 * gets no answer, a content script no secret; what the user set up stays; and nothing is called but what a sync calls.
 */
export async function fuzz({ quick, seed = 1 }: { readonly quick: boolean; readonly seed?: number }) {
  const sandbox = await startSandbox({ documents: 30, speed: 60 });
  try {
    const secrets = new IssuedSecrets(sandbox);
    const background = await startBackgroundInNode(sandbox);
    await setUpInNode(background, sandbox);
    const before = await settingsOf(background);
    const callsBefore = sandbox.log.calls.length;

    const failures = before.includes('"connections":[{') ? [] : ['the extension could not be set up'];
    const own = contentScriptOf(background.id);
    const sender = fc.oneof(
      { weight: 2, arbitrary: fc.constant(own) },
      { weight: 3, arbitrary: strangersTo(background.id) },
    );
    const messages = fc.sample<Hostile>(fc.record({ message: hostileMessages, sender }), {
      numRuns: quick ? QUICK_MESSAGES : MESSAGES,
      seed,
    });
    let secretsFound = 0;
    for (const hostile of messages) {
      const told = await answerTo(background, hostile);
      secretsFound += secrets.countIn(told ?? '');
      const fault = faultOf(hostile, told, own);
      if (fault !== null) failures.push(`${fault}: ${shown(hostile.message)} from ${JSON.stringify(hostile.sender)}`);
    }
    // The background still answers those whom it knows.
    await background.idle();
    const history = historySchema.parse(await background.ask({ type: 'history/view' }));
    if ((await settingsOf(background)) !== before) failures.push('what the user had set up was changed');
    for (const name of new Set(sandbox.log.calls.slice(callsBefore).map((call) => call.name))) {
      if (!CALLS_OF_A_SYNC.has(name)) failures.push(`${name} was called, which no sync does`);
    }
    const openedSetups = await background.openedSetups();
    if (openedSetups !== 1) failures.push(`${openedSetups} tabs were opened for the set-up, not one`);
    if ('isOwn' in {} || Object.keys(Object.prototype).length > 0) failures.push('a prototype was changed');
    failures.push(...sandbox.defects);
    const { duplicates, missing } = tally(sandbox, history.documents);
    return {
      figures: { fuzzedMessages: messages.length, secretsFound, duplicates, missing },
      failures,
    };
  } finally {
    await sandbox.close();
  }
}

/** The answer as the sender would get it; null where there was none. */
async function answerTo(background: NodeBackground, { message, sender }: Hostile): Promise<string | null> {
  try {
    const answer = await background.send(message, sender);
    return answer === undefined ? null : JSON.stringify(answer);
  } catch (error) {
    return `broke: ${String(error)}`;
  }
}

/** What is wrong with an answer: a stranger must get none, a content script a view of its page or nothing. */
function faultOf({ sender }: Hostile, told: string | null, own: Sender): string | null {
  if (told === null) return null;
  if (sender !== own) return 'a stranger was answered';
  if (told.startsWith('broke: ')) return told;
  return pageAnswerSchema.safeParse(JSON.parse(told)).success ? null : 'not a view of the page was answered';
}

const settingsOf = async (background: NodeBackground): Promise<string> =>
  setUpIn((await background.stored())['settings']);

const shown = (message: unknown): string => fc.stringify(message).slice(0, 300);
