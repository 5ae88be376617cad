import { z } from 'zod';

/** A whole number in a query. */
export const queryNumber = (name: string, standard: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/, `Expected ${name} to be an integer up to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .optional()
    .transform((value) => value ?? standard)
    .meta({ type: 'integer', minimum: min, maximum: max, default: standard });
