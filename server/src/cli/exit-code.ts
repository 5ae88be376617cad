import { BatonError } from '@baton/client';
import type { BatonErrorCode } from '@baton/client';

/** What the command line ends with; documented in docs/command-line.md. */
export const exitCodes = {
  ok: 0,
  /** The server refused, or something did not work out. */
  refused: 1,
  /** The command was not given right. */
  usage: 2,
  /** No server answered, or none in time. */
  unreachable: 3,
  /** What the command names does not exist. */
  notFound: 4,
  /** Nobody signed in, or not allowed. */
  forbidden: 5,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

/** A command that was not given right: what was expected, what was found, what to do. */
export class UsageError extends Error {}

const codeOf: Partial<Record<BatonErrorCode, number>> = {
  NOT_FOUND: exitCodes.notFound,
  UNREACHABLE: exitCodes.unreachable,
  TIMEOUT: exitCodes.unreachable,
  UNEXPECTED_ANSWER: exitCodes.unreachable,
  UNAUTHORIZED: exitCodes.forbidden,
  FORBIDDEN: exitCodes.forbidden,
};

export const exitCodeOf = (error: unknown): number => {
  if (error instanceof UsageError) return exitCodes.usage;
  return (error instanceof BatonError ? codeOf[error.code] : undefined) ?? exitCodes.refused;
};
