/** The connection broke after a write was sent and before its answer came: it may have been stored, or not, or be at that still. */
export class LostAnswer extends Error {
  /** Of the error of the connection. */
  readonly code: string;
  /** The session of the database that was to write; null when it is known to be over. */
  readonly session: number | null;

  constructor(cause: Error & { readonly code: string }, session: number | null) {
    super(cause.message, { cause });
    this.name = 'LostAnswer';
    this.code = cause.code;
    this.session = session;
  }
}
