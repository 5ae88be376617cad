import { z } from 'zod';

/** A whole number within limits. Clients that keep 64-bit integers apart send them as decimal text, which is accepted too. */
export const wholeNumber = (min: number, max: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
        .transform(Number),
    ])
    .pipe(z.number().int().min(min).max(max));

/** The longest time that a client may ask for: a year, in milliseconds. */
export const maxDurationMs = 31_536_000_000;
