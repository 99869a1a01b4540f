import type { Business, BusinessJournal } from '../business/business.ts';
import type { SandboxAnswer, SandboxRequest, StandIn, StandInContext } from '../contract.ts';
import { API_ROOT, nameOf, parseAddress } from './api/address.ts';
import { createApi } from './api/api.ts';
import type { Right } from './api/endpoint.ts';
import { ErrorQuota, Rations } from './api/rations.ts';
import { Bookkeeper } from './bookkeeper.ts';
import { booksOf, practiceBooksOf } from './books.ts';
import { Ledger } from './ledger.ts';
import { createAuthorize } from './oauth/authorize.ts';
import { Grants } from './oauth/grants.ts';
import { createTokenEndpoint } from './oauth/token-endpoint.ts';
import { openBooks } from './opening.ts';
import { type Order, parseOrder } from './orders.ts';
import { snapshotOf } from './snapshot.ts';
import { createDoor } from './web/door.ts';
import { entryPage, errorPage, homePage, STYLE_PATH, styleAnswer } from './web/pages.ts';

const COUNTRIES = ['nl', 'be', 'de', 'fr', 'co.uk', 'es', 'com'];
const TOKEN_PATH = '/api/oauth2/token';
const AUTHORIZE_PATH = '/api/oauth2/auth';

/**
 * The strict stand-in for Exact Online. What it does beside its API is what a bookkeeper at work would do; each of these
 * throws for a journal or an entry that there is not.
 */
export interface Exact extends StandIn {
  /** The books of the business. */
  readonly ledger: Ledger;
  /** A second division of the same user, without accounts and entries. */
  readonly practiceLedger: Ledger;
  /** Periods that end before the day (YYYY-MM-DD) take no more entries. */
  closePeriodsBefore(date: string): void;
  blockJournal(code: string): void;
  addJournals(journals: readonly BusinessJournal[]): void;
  removeRight(right: Right): void;
  grantRight(right: Right): void;
  deleteEntry(id: string): void;
  /** Who matches money with what is owed. */
  readonly bookkeeper: Bookkeeper;
  /** The books stand again as they stood in the beginning, with other ids. */
  reopenBooks(): void;
  /** Another program of the same app makes so many calls in the division of the business. */
  spendCalls(calls: number): void;
  /** Every token ends at once. */
  revokeTokens(): void;
  /** Every browser session ends, so that no log-in is silent any more. */
  signOut(): void;
  order(order: unknown): void;
}

export function createExact(business: Business, context: StandInContext): Exact {
  const { clock, speed, switches } = context;
  const user = business.users.exact;
  const home = `start.exactonline.${business.country.toLowerCase()}`;
  const ledger = new Ledger(booksOf(business), clock);
  const practiceLedger = new Ledger(practiceBooksOf(business), clock);
  openBooks(ledger, business);

  const bookkeeper = new Bookkeeper(ledger, switches);

  const missingRights = new Set<Right>();
  const errorQuota = new ErrorQuota(clock, speed);
  const rations = new Rations(clock, speed);
  const grants = new Grants(clock, context.tokenSpeed);
  const door = createDoor(user, home);
  const authorize = createAuthorize({ grants, door, switches });
  const token = createTokenEndpoint(grants, errorQuota, context);
  const api = createApi({
    ledgers: [ledger, practiceLedger],
    user,
    context,
    missingRights,
    errorQuota,
    rations,
    isTokenGood: (accessToken) => grants.isGood(accessToken),
  });

  const isApiCall = ({ url }: SandboxRequest): boolean => url.pathname.startsWith(API_ROOT);

  function handle(request: SandboxRequest): SandboxAnswer {
    const { hostname, pathname } = request.url;
    if (pathname === STYLE_PATH) return styleAnswer();
    if (pathname === AUTHORIZE_PATH) return authorize(request);
    // Apps and users of one country are unknown in the others.
    if (hostname !== home && (isApiCall(request) || pathname === TOKEN_PATH)) {
      return errorPage(401, `Unauthorized: not known here, but at ${home}.`);
    }
    if (pathname === TOKEN_PATH) return token(request);
    if (isApiCall(request)) return api(request);
    return door.stop(request) ?? webPage(request.url);
  }

  function webPage({ searchParams }: URL): SandboxAnswer {
    const id = searchParams.get('EntryID');
    if (id === null) return homePage(ledger);
    const entry = ledger.entries.get(id.replace(/[{}]/g, '').toLowerCase());
    return entry === undefined ? errorPage(404, 'There is no such entry.') : entryPage(entry, ledger);
  }

  const exact: Exact = {
    service: 'exact',
    hosts: COUNTRIES.map((country) => `start.exactonline.${country}`),
    ledger,
    practiceLedger,
    handle,
    isApiCall,
    nameCall: ({ method, url: { pathname } }) => {
      if (pathname === TOKEN_PATH) return 'token';
      if (pathname === AUTHORIZE_PATH) return 'authorize';
      if (!pathname.startsWith(API_ROOT)) return null;
      const address = parseAddress(pathname);
      return `${method} ${address === null ? pathname.slice(API_ROOT.length) : nameOf(address)}`;
    },
    snapshot: () => snapshotOf(ledger),
    closePeriodsBefore: (date) => {
      ledger.openFrom = date;
    },
    blockJournal: (code) => {
      if (!ledger.books.journals.some((journal) => journal.code === code))
        throw new Error(`There is no journal ${code}.`);
      ledger.blockedJournals.add(code);
    },
    addJournals: (journals) => {
      ledger.books.journals.push(...journals);
    },
    removeRight: (right) => {
      missingRights.add(right);
    },
    grantRight: (right) => {
      missingRights.delete(right);
    },
    deleteEntry: (id) => {
      if (!ledger.entries.has(id)) throw new Error(`There is no entry ${id}.`);
      ledger.removeEntry(id);
    },
    bookkeeper,
    reopenBooks: () => {
      ledger.clear();
      openBooks(ledger, business);
    },
    spendCalls: (calls) => rations.spend(ledger.books.division.code, calls),
    revokeTokens: () => grants.revokeAll(),
    signOut: () => door.signOut(),
    order: (order) => obey(parseOrder(order), exact),
  };
  return exact;
}

function obey(order: Order, exact: Exact): void {
  switch (order.order) {
    case 'closePeriodsBefore':
      exact.closePeriodsBefore(order.date);
      break;
    case 'blockJournal':
      exact.blockJournal(order.code);
      break;
    case 'removeRight':
      exact.removeRight(order.right);
      break;
    case 'grantRight':
      exact.grantRight(order.right);
      break;
    case 'deleteEntry':
      exact.deleteEntry(order.id);
      break;
    case 'reconcile':
      exact.bookkeeper.reconcile(order.id, order.date);
      break;
    case 'pay':
      exact.bookkeeper.pay(order.id, order);
      break;
    case 'takeBack':
      exact.bookkeeper.takeBack(order.id, order.date);
      break;
    case 'writeOff':
      exact.bookkeeper.writeOff(order.id, order.date);
      break;
    case 'spendCalls':
      exact.spendCalls(order.calls);
      break;
    case 'revokeTokens':
      exact.revokeTokens();
      break;
    case 'signOut':
      exact.signOut();
      break;
  }
}
