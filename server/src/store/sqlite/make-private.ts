import { chmodSync, closeSync, openSync } from 'node:fs';

/** Makes sure that a file is there and that nobody but its owner may read or write it. */
export const makePrivate = (filename: string): void => {
  closeSync(openSync(filename, 'a', 0o600));
  chmodSync(filename, 0o600);
};
