import { LostAnswer } from '../lost-answer.ts';

/** SQLSTATE connection_failure. */
const connectionFailure = '08006';

/** What the driver says, without a code, when a connection breaks under a statement. */
const brokenConnection =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired)/;

/**
 * Gives the driver's own errors about a broken connection the code that PostgreSQL has for it. Without one they would look like a fault of a
 * command, which is decided anew; but when the connection broke under a COMMIT nobody knows whether it was stored, and doing it again could do
 * it twice.
 */
export const codedError = (error: unknown): unknown => {
  if (error instanceof Error && !('code' in error) && brokenConnection.test(error.message))
    return Object.assign(error, { code: connectionFailure });
  return error;
};

/** Codes of a connection that is gone; what it was doing is not told. */
const connectionGone = /^(08|57P0|ECONN|EPIPE|ETIMEDOUT)/;

/** What a write failed with: a `LostAnswer` when its connection broke under it. `session`: the process of the database that served it. */
export const writeError = (error: unknown, session: number | null): unknown => {
  const coded = codedError(error);
  const { code } = coded as { code?: string };
  return coded instanceof Error && code !== undefined && connectionGone.test(code)
    ? new LostAnswer(Object.assign(coded, { code }), session)
    : coded;
};
