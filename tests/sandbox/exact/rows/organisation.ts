/** Who is logged in, and the divisions that he may see. */
import type { Scope } from '../api/endpoint.ts';
import type { Row, RowOf } from '../odata/values.ts';
import type { divisions } from '../properties/divisions.ts';
import type { me } from '../properties/me.ts';

const ACTIVE = 1;
const NOT_BLOCKED = 0;

export function meRows({ ledger, user }: Scope): Row[] {
  const { division } = ledger.books;
  const row: RowOf<typeof me> = {
    UserID: user.id,
    CurrentDivision: division.code,
    DivisionCustomerName: division.name,
    FirstName: user.firstName,
    LastName: user.lastName,
    FullName: `${user.firstName} ${user.lastName}`,
    Email: user.email,
    UserName: user.email,
    Language: user.language,
    LanguageCode: `${user.language}-${division.country}`,
    ServerTime: new Date(ledger.now()).toISOString(),
    ServerUtcOffset: 0,
  };
  return [row];
}

export const divisionRows = ({ ledger, ledgers }: Scope): Row[] =>
  ledgers.map(
    ({ books: { division } }): RowOf<typeof divisions> => ({
      Code: division.code,
      Description: division.name,
      CustomerName: division.name,
      Currency: division.currency,
      Country: division.country,
      Legislation: division.country,
      VATNumber: division.vatNumber,
      ChamberOfCommerceNumber: division.chamberOfCommerce,
      Status: ACTIVE,
      BlockingStatus: NOT_BLOCKED,
      Current: division.code === ledger.books.division.code,
    }),
  );
