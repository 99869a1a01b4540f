import type { Connection } from '../connection.ts';
import type { Outcome } from '../outcome.ts';
import type { Settings } from '../store/settings.ts';

/** Which account in Exact a customer is, as the user answered. */
interface AccountChoice {
  readonly connectionId: string;
  readonly customer: string;
  readonly accountId: string;
}

export const divisionOf = (connections: readonly Connection[], connectionId: string): number | undefined =>
  connections.find(({ id }) => id === connectionId)?.division.code;

/** Does the document wait for the answer which account the customer is? */
export const asksFor = (outcome: Outcome, customer: string): boolean =>
  outcome.state === 'blocked' && outcome.cause.type === 'customerAmbiguous' && outcome.cause.customer === customer;

/** The user's answer, for every connection of the division that it was asked for. */
export function withChoice(all: Settings, { connectionId, customer, accountId }: AccountChoice): Settings {
  const code = divisionOf(all.connections, connectionId);
  const answered = (connection: Connection): Connection => ({
    ...connection,
    accountChoices: { ...connection.accountChoices, [customer]: accountId },
  });
  return {
    ...all,
    connections: all.connections.map((one) => (one.division.code === code ? answered(one) : one)),
  };
}
