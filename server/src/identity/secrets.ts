import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses, as text that survives addresses and headers. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a random secret. It has 256 bits, so nothing slower is needed. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A password that is shown once and typed by a person: 20 letters and digits, none of them alike, about 99 bits. */
export const readablePassword = (): string => {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const text = [...randomBytes(20)].map((byte) => letters[byte % letters.length]).join('');
  return text.replace(/(.{5})(?=.)/g, '$1-');
};
