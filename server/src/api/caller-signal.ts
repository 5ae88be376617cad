import type { Response } from 'express';

/** Aborts when the caller hangs up before the answer; nobody has to be waited for then. */
export const callerSignal = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return gone.signal;
};
