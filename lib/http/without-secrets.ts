/** A service may repeat in its words what it was sent, and its words are shown and kept: the text without the secrets. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((told, secret) => (secret === '' ? told : told.replaceAll(secret, '…')), text);
