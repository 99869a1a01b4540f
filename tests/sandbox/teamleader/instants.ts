const HOUR = 3_600_000;

/** As Teamleader writes a date-time: UTC, whole seconds, offset with a colon. */
export function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`;
}

/** The same for any ISO date-time. */
export const sameInstant = (iso: string): string => instant(Date.parse(iso));

/** The form with fractions and an offset without a colon, at one hour east of Greenwich. */
export function instantWithoutColon(milliseconds: number): string {
  return `${new Date(milliseconds + HOUR).toISOString().slice(0, 23)}+0100`;
}
