/** What a test of an app's keys found, as far as a service tells before anybody logs in. */
export type KeyVerdict =
  | 'right'
  | 'clientIdWrong'
  | 'secretWrong'
  | 'redirectUrlWrong'
  /** The service does not tell which. */
  | 'idOrSecretWrong'
  | 'idOrRedirectUrlWrong'
  /** The pair is right; the redirect URL is checked at the log-in only. */
  | 'redirectUrlUnknown'
  /** Nothing is checked before the log-in. */
  | 'unknown';
