/** Exact's client against the stand-in, over real HTTP. */
import Big from 'big.js';
import { afterEach, expect } from 'vitest';
import type { SalesEntry } from '../../../lib/accounting/facts.ts';
import { createExact, EXACT_HEADERS, type Exact, type ExactDivision } from '../../../lib/exact/client.ts';
import { createExactLogin } from '../../../lib/exact/login.ts';
import { exactErrorText } from '../../../lib/exact/odata.ts';
import { readExactRates } from '../../../lib/exact/rates.ts';
import { EXACT_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { type Connected, connect, must } from '../http/world.ts';

const { clientId, redirectUri } = EXACT_APP;
export const { clientSecret } = EXACT_APP;

let running: Sandbox | null = null;

afterEach(async () => {
  await running?.close();
  expect(running?.defects).toEqual([]);
  running = null;
});

export interface World extends Connected {
  readonly sandbox: Sandbox;
  readonly exact: Exact;
  readonly division: ExactDivision;
}

/**
 * The sandbox, and Exact's user logged in to it.
 * @param ahead by so many milliseconds the browser's clock is ahead of Exact's
 */
export async function world(
  options: SandboxOptions = {},
  secret: string | null = clientSecret,
  ahead: () => number = () => 0,
): Promise<World> {
  const sandbox = await startSandbox(options);
  running = sandbox;
  const region = sandbox.business.country === 'BE' ? 'be' : 'nl';
  const { email, password } = sandbox.business.users.exact;
  const connected = await connect(sandbox, {
    entries: { UserName: email, Password: password, consent: 'yes' },
    login: (tools) => createExactLogin(region, { ...tools, redirectUri }),
    keys: { clientId, clientSecret: secret },
    readRates: readExactRates,
    headers: EXACT_HEADERS,
    errorText: exactErrorText,
    parallel: 3,
    guarded: true,
    now: () => sandbox.clock.now() + ahead(),
  });
  const exact = createExact(connected.requester, region);
  return { ...connected, sandbox, exact, division: exact.inDivision(sandbox.business.division.code) };
}

export const callsOf = (sandbox: Sandbox, name: string): number => sandbox.log.counts('exact')[name] ?? 0;

/** An entry of two lines that the division takes. */
export async function entryFor({ sandbox, division }: World, change: Partial<SalesEntry> = {}): Promise<SalesEntry> {
  const [account] = must(await division.glAccounts()).filter(({ isRevenue, isBlocked }) => isRevenue && !isBlocked);
  const journal = sandbox.business.journals.find(({ role }) => role === 'invoices');
  if (account === undefined || journal === undefined) throw new Error('the division has no books');
  const line = (net: string, vat: string) => ({
    glAccountId: account.id,
    vatCode: '4',
    description: 'Consultancy',
    net: new Big(net),
    vat: new Big(vat),
  });
  return {
    kind: 'invoice',
    documentId: 'd1',
    journal: journal.code,
    entryNumber: 26999001,
    date: '2026-11-02',
    dueDate: '2026-12-02',
    yourRef: '2026 / 9001',
    description: 'Invoice 2026 / 9001',
    paymentReference: '+++084/2613/66074+++',
    paymentCondition: sandbox.business.paymentConditions[0]?.code ?? null,
    currency: 'EUR',
    rate: null,
    rateUse: 'times',
    link: 'https://focus.teamleader.eu/invoice_detail.php?id=d1',
    lines: [line('1000.10', '210.03'), line('0.07', '0.01')],
    net: new Big('1000.17'),
    vat: new Big('210.04'),
    gross: new Big('1210.21'),
    ...change,
  };
}

export async function customerOf({ division }: World): Promise<string> {
  const { accounts } = must(await division.accounts(null));
  const [customer] = accounts.filter(({ isCustomer, isBlocked }) => isCustomer && !isBlocked);
  if (customer === undefined) throw new Error('the division has no customers');
  return customer.id;
}
