import { z } from 'zod';
import type { JobUpdate } from '../runtime/instance-commands.ts';
import { Refusal } from '../runtime/refusal.ts';
import { maxDurationMs, wholeNumber } from './whole-number.ts';

/** The most retries that a job can have: what a 32-bit integer of a client holds. */
export const maxRetries = 2_147_483_647;

/** What may be changed of a job: its retries, and its lock time in milliseconds from now. */
export const changeset = z.strictObject({
  retries: wholeNumber(1, maxRetries).nullish(),
  timeout: wholeNumber(0, maxDurationMs).nullish(),
});

/** Reads a changeset. Throws INVALID_ARGUMENT for one that changes nothing. */
export const jobUpdateOf = ({ retries, timeout }: z.output<typeof changeset>): JobUpdate => {
  if (retries == null && timeout == null)
    throw new Refusal('INVALID_ARGUMENT', 'Expected retries, timeout or both in the changeset, found neither.');
  return { retries: retries ?? null, timeoutMs: timeout ?? null };
};
