import type { z } from 'zod';
import type {
  Account,
  AccountDraft,
  BookedEntry,
  CalendarDate,
  Currencies,
  GlAccount,
  Journal,
  PaymentCondition,
  ReferenceData,
  SalesEntry,
  VatCode,
} from '../accounting/facts.ts';
import { ask } from '../http/answer.ts';
import type { Failure } from '../http/failure.ts';
import { stringifyJson } from '../http/json.ts';
import type { Urgency } from '../http/pacer.ts';
import type { Requester } from '../http/request.ts';
import { EXACT_REGIONS, type Region } from '../region.ts';
import { err, ok, type Result } from '../result.ts';
import { documentsOver, type ExactDocuments } from './documents.ts';
import { entityOf, guidLiteral, int64Literal, type ListPage, listOf, textLiteral, timeLiteral } from './odata.ts';
import {
  readAccount,
  readExchangeRate,
  readGlAccount,
  readJournal,
  readPaymentConditions,
  readSalesEntry,
  readVatCodes,
} from './read-facts.ts';
import { type ExactReceivables, receivablesOver } from './receivables.ts';
import { type ExactRights, rightsOver } from './rights.ts';
import {
  accountSchema,
  bankAccountSchema,
  createdAccountSchema,
  createdEntrySchema,
  currencySchema,
  divisionSchema,
  exchangeRateSchema,
  financialPeriodSchema,
  glAccountSchema,
  journalSchema,
  meSchema,
  paymentConditionSchema,
  salesEntryLineSchema,
  salesEntrySchema,
  vatCodeSchema,
} from './schemas.ts';
import { accountBody, salesEntryBody } from './write-bodies.ts';

/** Sent with every call: without the first, Exact answers with XML. */
export const EXACT_HEADERS = { Accept: 'application/json', Prefer: 'return=representation' } as const;

export interface ExactUser {
  readonly id: string;
  readonly name: string;
  readonly currentDivision: number;
}

export interface Division {
  readonly code: number;
  readonly name: string;
  readonly currency: string;
}

/** Exact Online of one country, as far as it is used. */
export interface Exact {
  /** Who is logged in. */
  me(): Promise<Result<ExactUser, Failure>>;
  /** The active divisions that the user may see; two calls. */
  divisions(): Promise<Result<readonly Division[], Failure>>;
  inDivision(code: number): ExactDivision;
}

export interface SalesEntryQuery {
  /** Journal codes; null: whatever their journal. */
  readonly journals: readonly string[] | null;
  /** Entries dated on or after it. */
  readonly from: CalendarDate;
  /** And no later than it; left out: to the newest. */
  readonly to?: CalendarDate;
  /** Only what changed after that moment (ISO date-time), or null for all. */
  readonly modifiedAfter: string | null;
}

/** One division. All ids that it hands out are good in this division only. */
export interface ExactDivision extends ExactDocuments, ExactReceivables, ExactRights {
  journals(): Promise<Result<readonly Journal[], Failure>>;
  vatCodes(): Promise<Result<readonly VatCode[], Failure>>;
  glAccounts(): Promise<Result<readonly GlAccount[], Failure>>;
  paymentConditions(): Promise<Result<readonly PaymentCondition[], Failure>>;
  /** Those that end on the day or later. */
  financialPeriods(from: CalendarDate): Promise<Result<ReferenceData['financialPeriods'], Failure>>;
  /**
   * Which of the currencies the division uses, and their rates from the day on (the whole list of a currency that has none
   * since). Two calls at least.
   */
  currencies(codes: readonly string[], from: CalendarDate): Promise<Result<Currencies, Failure>>;
  /**
   * Accounts that are new or have changed; one call for each thousand.
   * @param since the timestamp of an earlier answer, or null for all
   * @returns with the timestamp to go on from, null where nothing has changed
   */
  accounts(
    since: string | null,
  ): Promise<Result<{ readonly accounts: readonly Account[]; readonly timestamp: string | null }, Failure>>;
  /** Gives the new account's id. One call, never repeated. */
  createAccount(draft: AccountDraft): Promise<Result<string, Failure>>;
  /** The numbers of an account's bank accounts. One call. */
  bankAccounts(accountId: string): Promise<Result<readonly string[], Failure>>;
  /** Gives an account its main bank account. One call, never repeated. */
  createBankAccount(
    accountId: string,
    bankAccount: { readonly iban: string; readonly bic: string | null },
  ): Promise<Result<null, Failure>>;
  /** Changes what the draft names, and makes a customer of an account that is none. One call. */
  changeAccount(id: string, draft: Partial<AccountDraft>): Promise<Result<null, Failure>>;
  /**
   * What stands in journals; one call for each sixty.
   * @returns with the moment of the newest change among them by Exact's clock, null where there are none
   */
  salesEntries(
    query: SalesEntryQuery,
  ): Promise<Result<{ readonly entries: readonly BookedEntry[]; readonly modifiedUpTo: string | null }, Failure>>;
  /** Those of the entries that exist, wherever and whenever they are booked; one call for each twenty. */
  salesEntriesByIds(ids: readonly string[]): Promise<Result<readonly BookedEntry[], Failure>>;
  /** Books. One call, never repeated. */
  createSalesEntry(
    entry: SalesEntry,
    accountId: string,
  ): Promise<Result<{ readonly id: string; readonly entryNumber: number }, Failure>>;
}

interface Fields {
  readonly shape: Readonly<Record<string, unknown>>;
}

/** A division's status; others are inactive or archived. */
const ACTIVE = 1;

export function createExact(requester: Requester, region: Region, urgency: Urgency = 'user'): Exact {
  const host = `start.exactonline.${EXACT_REGIONS[region]}`;

  function address(division: number | 'current', endpoint: string, query: Readonly<Record<string, string>>): string {
    const url = new URL(`https://${host}/api/v1/${division}/${endpoint}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  }

  /** Reads a list to its end, following the addresses that Exact gives. */
  async function list<T>(
    division: number,
    endpoint: string,
    query: Readonly<Record<string, string>>,
    row: z.ZodType<T> & Fields,
  ): Promise<Result<readonly T[], Failure>> {
    const rows: T[] = [];
    let url: string | null = address(division, endpoint, { $select: fieldNames(row).join(), ...query });
    while (url !== null) {
      const page: Result<ListPage<T>, Failure> = await ask(
        requester,
        { method: 'GET', url, endpoint, effect: 'reads', urgency },
        listOf(row),
      );
      if (!page.ok) return page;
      rows.push(...page.value.rows);
      url = page.value.next;
      // The token goes nowhere else.
      if (url !== null && !isOn(host, url)) return err({ kind: 'notUnderstood', detail: 'd.__next: host' });
    }
    return ok(rows);
  }

  const entries = (division: number, filter: string) =>
    list(
      division,
      'salesentry/SalesEntries',
      {
        $select: [
          ...fieldNames(salesEntrySchema).filter((name) => name !== LINES),
          ...fieldNames(salesEntryLineSchema).map((name) => `${LINES}/${name}`),
        ].join(),
        $expand: LINES,
        $filter: filter,
      },
      salesEntrySchema,
    );

  const create = <T>(division: number, endpoint: string, body: unknown, created: z.ZodType<T>) =>
    ask(
      requester,
      {
        method: 'POST',
        url: address(division, endpoint, {}),
        endpoint,
        effect: 'writes',
        body: stringifyJson(body),
        urgency,
      },
      entityOf(created),
    );

  async function me(): Promise<Result<ExactUser, Failure>> {
    const url = address('current', 'Me', { $select: fieldNames(meSchema).join() });
    const read = await ask(
      requester,
      { method: 'GET', url, endpoint: 'current/Me', effect: 'reads', urgency },
      listOf(meSchema),
    );
    if (!read.ok) return read;
    const [user] = read.value.rows;
    if (user === undefined) return err({ kind: 'notUnderstood', detail: 'd.results: empty' });
    return ok({ id: user.UserID, name: user.FullName ?? user.UserName ?? '', currentDivision: user.CurrentDivision });
  }

  return {
    me,

    async divisions() {
      const user = await me();
      if (!user.ok) return user;
      const read = await list(user.value.currentDivision, 'system/Divisions', {}, divisionSchema);
      if (!read.ok) return read;
      const active = read.value.filter(({ Status }) => Status === ACTIVE);
      return ok(
        active.map(({ Code, Description, Currency }) => ({
          code: Code,
          name: Description ?? String(Code),
          currency: Currency,
        })),
      );
    },

    inDivision: (division) => ({
      ...documentsOver({
        list: (endpoint, query, row) => list(division, endpoint, query, row),
        create: (endpoint, body, made) => create(division, endpoint, body, made),
      }),
      ...receivablesOver({ list: (endpoint, query, row) => list(division, endpoint, query, row) }),
      ...rightsOver({ list: (endpoint, query, row) => list(division, endpoint, query, row) }),

      async journals() {
        const read = await list(division, 'financial/Journals', {}, journalSchema);
        return read.ok ? ok(read.value.map(readJournal)) : read;
      },

      async vatCodes() {
        const read = await list(division, 'vat/VATCodes', {}, vatCodeSchema);
        return read.ok ? ok(readVatCodes(read.value)) : read;
      },

      async glAccounts() {
        // Without a filter the list is refused, since there is one for synchronising: ask for whatever ever changed.
        const all = { $filter: `Modified ge ${timeLiteral('1900-01-01')}` };
        const read = await list(division, 'financial/GLAccounts', all, glAccountSchema);
        return read.ok ? ok(read.value.map(readGlAccount)) : read;
      },

      async paymentConditions() {
        const read = await list(division, 'cashflow/PaymentConditions', {}, paymentConditionSchema);
        return read.ok ? ok(readPaymentConditions(read.value)) : read;
      },

      async financialPeriods(from) {
        const filter = { $filter: `EndDate ge ${timeLiteral(from)}` };
        const read = await list(division, 'financial/FinancialPeriods', filter, financialPeriodSchema);
        return read.ok ? ok(read.value.map(({ StartDate, EndDate }) => ({ from: StartDate, to: EndDate }))) : read;
      },

      async currencies(codes, from) {
        const anyOf = (name: string, wanted: readonly string[]) =>
          `(${wanted.map((one) => `${name} eq ${textLiteral(one)}`).join(' or ')})`;
        const active = await list(division, 'general/Currencies', { $filter: anyOf('Code', codes) }, currencySchema);
        if (!active.ok) return active;
        const ratesOf = (wanted: readonly string[], since: string) =>
          list(
            division,
            'financial/ExchangeRates',
            { $filter: `${anyOf('SourceCurrency', wanted)}${since}` },
            exchangeRateSchema,
          );
        const recent = await ratesOf(codes, ` and StartDate ge ${timeLiteral(from)}`);
        if (!recent.ok) return recent;
        const without = codes.filter((one) => !recent.value.some(({ SourceCurrency }) => SourceCurrency === one));
        const older = without.length === 0 ? ok([]) : await ratesOf(without, '');
        if (!older.ok) return older;
        return ok({
          active: active.value.map(({ Code }) => Code),
          rates: [...recent.value, ...older.value].map(readExchangeRate),
        });
      },

      async accounts(since) {
        const filter = { $filter: `Timestamp gt ${int64Literal(since ?? '0')}` };
        const read = await list(division, 'sync/CRM/Accounts', filter, accountSchema);
        if (!read.ok) return read;
        const newest = Math.max(...read.value.map(({ Timestamp }) => Timestamp));
        return ok({
          accounts: read.value.map(readAccount),
          timestamp: Number.isFinite(newest) ? String(newest) : null,
        });
      },

      async createAccount(draft) {
        const created = await create(division, 'crm/Accounts', accountBody(draft), createdAccountSchema);
        return created.ok ? ok(created.value.ID) : created;
      },

      async bankAccounts(accountId) {
        const filter = { $filter: `Account eq ${guidLiteral(accountId)}` };
        const read = await list(division, 'crm/BankAccounts', filter, bankAccountSchema);
        return read.ok ? ok(read.value.flatMap(({ BankAccount }) => BankAccount?.replace(/\s/g, '') ?? [])) : read;
      },

      async createBankAccount(accountId, { iban, bic }) {
        const body = { Account: accountId, BankAccount: iban, ...(bic === null ? {} : { BICCode: bic }), Main: true };
        const created = await create(division, 'crm/BankAccounts', body, createdAccountSchema);
        return created.ok ? ok(null) : created;
      },

      async changeAccount(id, draft) {
        const changed = await requester.send({
          method: 'PUT',
          url: address(division, `crm/Accounts(${guidLiteral(id)})`, {}),
          endpoint: 'crm/Accounts',
          effect: 'writes',
          body: stringifyJson(accountBody(draft)),
          urgency,
        });
        return changed.ok ? ok(null) : changed;
      },

      async salesEntries({ journals, from, to, modifiedAfter }) {
        const inJournals = journals?.map((journal) => `Journal eq ${textLiteral(journal)}`).join(' or ');
        const conditions = [
          ...(inJournals === undefined ? [] : [`(${inJournals})`]),
          `EntryDate ge ${timeLiteral(from)}`,
          ...(to === undefined ? [] : [`EntryDate le ${timeLiteral(to)}`]),
          ...(modifiedAfter === null ? [] : [`Modified gt ${timeLiteral(modifiedAfter)}`]),
        ];
        const read = await entries(division, conditions.join(' and '));
        if (!read.ok) return read;
        const newest = read.value
          .map(({ Modified }) => Modified)
          .sort()
          .at(-1);
        return ok({ entries: read.value.map(readSalesEntry), modifiedUpTo: newest ?? null });
      },

      async salesEntriesByIds(ids) {
        const found: BookedEntry[] = [];
        for (let from = 0; from < ids.length; from += MOST_IDS) {
          const chunk = ids.slice(from, from + MOST_IDS);
          const read = await entries(division, chunk.map((id) => `EntryID eq ${guidLiteral(id)}`).join(' or '));
          if (!read.ok) return read;
          found.push(...read.value.map(readSalesEntry));
        }
        return ok(found);
      },

      async createSalesEntry(entry, accountId) {
        const body = salesEntryBody(entry, accountId);
        const created = await create(division, 'salesentry/SalesEntries', body, createdEntrySchema);
        return created.ok ? ok({ id: created.value.EntryID, entryNumber: created.value.EntryNumber }) : created;
      },
    }),
  };
}

const LINES = 'SalesEntryLines';
/** So many ids fit into one address. */
const MOST_IDS = 20;

function isOn(host: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname === host;
}

/** Exact is asked for what the schema reads, and no more. */
const fieldNames = ({ shape }: Fields): readonly string[] => Object.keys(shape);
