/** Fifty documents and more that one shared cause concerns, and a user who does not believe it. */
import { runSync } from '../../lib/sync/run.ts';
import type { SandboxRequest } from '../sandbox/contract.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { run, type World } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import { isQuotaReached } from './ledger-check.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';
import { startWhole } from './whole-world.ts';

const DOCUMENTS = 200;
/** So many must meet the cause, or nothing is proven. */
const FEWEST_CONCERNED = 50;
const MOST_REFUSALS = 2;
/** A guard of our own keeps far below Exact's ten. */
const MOST_REFUSALS_AN_HOUR = 4;
const CLICKS = 5;
/** So many entries are booked before it happens. */
const BEFORE = 3;

interface SharedCause {
  /** The calls that are refused from then on. */
  readonly call: string;
  /** What makes Exact refuse them. */
  readonly happen: (sandbox: Sandbox) => void;
  /** Before anything is booked, where what it concerns comes first. */
  readonly isFromTheStart?: boolean;
  /** Does it keep the documents from being booked? */
  readonly holdsDocuments: boolean;
}

const ENTRIES = 'POST salesentry/SalesEntries';

/** Exact refuses each such call in words that are made of what was asked. */
const refusing =
  (call: string, words: (body: Readonly<Record<string, unknown>>) => string) =>
  ({ exact }: Sandbox): void => {
    const handle = exact.handle.bind(exact);
    exact.handle = async (request: SandboxRequest) => {
      if (exact.nameCall(request) !== call) return handle(request);
      const asked: unknown = JSON.parse(request.body);
      const value = words(Object.fromEntries(Object.entries(Object(asked))));
      return { status: 400, body: JSON.stringify({ error: { message: { value } } }) };
    };
  };

const CAUSES: Readonly<Record<string, SharedCause>> = {
  'periods that are closed': {
    call: ENTRIES,
    happen: ({ exact, business }) => exact.closePeriodsBefore(business.today),
    holdsDocuments: true,
  },
  'a journal that is blocked': {
    call: ENTRIES,
    happen: ({ exact }) => exact.blockJournal('70'),
    holdsDocuments: true,
  },
  'a right that is taken away': {
    call: ENTRIES,
    happen: ({ exact }) => exact.removeRight('salesEntries'),
    holdsDocuments: true,
  },
  'a financial year that is gone': {
    call: ENTRIES,
    happen: refusing(ENTRIES, () => 'Onbekend: Boekjaar'),
    holdsDocuments: true,
  },
  'words that nobody knows': {
    call: ENTRIES,
    happen: refusing(ENTRIES, () => 'Niet nu, 47.'),
    holdsDocuments: true,
  },
  'words that nobody knows and that name the document': {
    call: ENTRIES,
    happen: refusing(ENTRIES, (body) => `Niet nu: ${body['YourRef']} (${body['Description']}) van ${body['Customer']}`),
    holdsDocuments: true,
  },
  'accounts that are not taken': {
    call: 'POST crm/Accounts',
    happen: refusing('POST crm/Accounts', () => 'Verplicht: Accountmanager'),
    isFromTheStart: true,
    holdsDocuments: true,
  },
  'accounts that are not taken, by name': {
    call: 'POST crm/Accounts',
    happen: refusing('POST crm/Accounts', (body) => `Verplicht voor ${body['Name']}: Accountmanager`),
    isFromTheStart: true,
    holdsDocuments: true,
  },
  'changes of accounts that are not taken': {
    call: 'PUT crm/Accounts',
    happen: refusing('PUT crm/Accounts', () => 'Verplicht: Accountmanager'),
    isFromTheStart: true,
    holdsDocuments: false,
  },
  'bank accounts that are not taken': {
    call: 'POST crm/BankAccounts',
    happen: refusing('POST crm/BankAccounts', () => 'Verplicht: Bank'),
    isFromTheStart: true,
    holdsDocuments: false,
  },
  'documents that are not taken': {
    call: 'POST documents/Documents',
    happen: refusing('POST documents/Documents', () => 'Verplicht: Map'),
    isFromTheStart: true,
    holdsDocuments: false,
  },
  'files that are not taken': {
    call: 'POST documents/DocumentAttachments',
    happen: refusing('POST documents/DocumentAttachments', () => 'Te groot'),
    isFromTheStart: true,
    holdsDocuments: false,
  },
};

/** Nobody is known yet, or nothing of those who are: so that each customer is written to. */
function forgetCustomers({ exact: { ledger } }: Sandbox, call: string): void {
  const used = new Set([...ledger.entries.values()].map(({ customer }) => customer));
  for (const { id } of [...ledger.accounts.values()]) {
    if (call === 'PUT crm/Accounts') ledger.putAccount(id, { Email: null, Phone: null });
    else if (!used.has(id)) ledger.accounts.delete(id);
  }
}

async function refuse(name: string, cause: SharedCause): Promise<Part> {
  const world = await startWhole({ sleepIn }, { documents: DOCUMENTS });
  try {
    const { sandbox, context } = world;
    // The period that is closed from the beginning has a refusal of its own.
    sandbox.exact.closePeriodsBefore(sandbox.business.startDate);
    if (cause.isFromTheStart) forgetCustomers(sandbox, cause.call);
    const from = sandbox.log.calls.length;
    const refusals = () =>
      sandbox.log.calls.slice(from).filter(({ name: call, status }) => call === cause.call && status >= 400).length;
    let hasHappened = false;
    await runSync(context, { id: crypto.randomUUID(), trigger: 'click', only: null }, ({ done, phase }) => {
      if (hasHappened || phase !== 'booking' || (done < BEFORE && !cause.isFromTheStart)) return;
      hasHappened = true;
      cause.happen(sandbox);
    });
    const inOneRun = refusals();
    const held = await heldIn(world);
    for (let click = 0; click < CLICKS; click += 1) await run(context);
    const wrong = [
      ...(inOneRun === 0 || inOneRun > MOST_REFUSALS ? [`${inOneRun} refusals in one run`] : []),
      ...(refusals() > MOST_REFUSALS_AN_HOUR ? [`${refusals()} refusals in an hour`] : []),
      ...(cause.holdsDocuments && held.length < FEWEST_CONCERNED ? [`only ${held.length} were concerned`] : []),
      ...(!cause.holdsDocuments && held.length > 0 ? [`${held.length} are held back: ${held[0]}`] : []),
      ...(held.includes('nothing') ? ['documents wait for nothing'] : []),
    ];
    return {
      figures: { errorQuotaReached: sandbox.defects.filter(isQuotaReached).length },
      failures: wrong.map((text) => `${name}: ${text}`),
    };
  } finally {
    await world.sandbox.close();
  }
}

/** What keeps documents that are right in themselves from being booked. */
async function heldIn({ sandbox, context: { database, connection } }: World): Promise<readonly string[]> {
  const right = new Set(sandbox.business.documents.filter(({ expected }) => expected === 'booked').map(({ id }) => id));
  return (await database.documents(connection.id)).flatMap(({ id, outcome }) => {
    if (!right.has(id) || (outcome.state !== 'waiting' && outcome.state !== 'blocked')) return [];
    return [outcome.cause?.type ?? 'nothing'];
  });
}

export async function refusals({ quick }: { readonly quick: boolean }): Promise<Part> {
  const parts: Part[] = [];
  for (const [index, [name, cause]] of Object.entries(CAUSES).entries()) {
    if (!quick || index % 4 === 0) parts.push(await refuse(name, cause));
  }
  return joined(parts);
}
