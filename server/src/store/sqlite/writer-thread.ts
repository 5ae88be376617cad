import { Worker } from 'node:worker_threads';
import { projectFile } from '../../project-file.ts';
import type { OwnStatement } from '../own-statement.ts';
import type { SqlValue } from '../table.ts';

/** One statement for many rows, as the thread takes it (`server/threads/sqlite-writer.mjs`). */
export interface WriterStatement {
  readonly sql: string;
  /** Every row must be hit, else the whole transaction is taken back. */
  readonly guarded: boolean;
  /** Placeholders of one row. */
  readonly width: number;
  /** The values of all rows, one after the other: flat, because crossing to the thread costs by the number of objects. */
  readonly values: SqlValue[];
}

/** A guarded row that was not as expected. */
export interface MissedRow {
  readonly index: number;
  readonly row: number;
}

/** The thread with the connection that writes. */
export interface WriterThread {
  /**
   * One transaction, durable when this resolves; null when all was written. Rejects with the code of SQLite where that fails. One that `follows` is left
   * out when the one before it was not written. `own` come last; the error of one of them has its `own` number.
   */
  write(
    statements: readonly WriterStatement[],
    follows?: boolean,
    own?: readonly OwnStatement[],
  ): Promise<MissedRow | 'left out' | null>;
  takeKeys(count: number): Promise<number>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: { readonly message: string; readonly code: string | null; readonly own?: number };
}

/** Starts the thread on a file that is there and has its schema. */
export const startWriterThread = (filename: string): WriterThread => {
  const worker = new Worker(projectFile('server/threads/sqlite-writer.mjs'), {
    workerData: { filename },
    execArgv: [],
    env: {},
    stdin: false,
  });
  // The server decides how long the process lives; a pending write keeps it alive below.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let over: Error | null = null;

  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return found;
  };
  worker.on('message', ({ id, answer, error }: Answer) => {
    const found = settle(id);
    if (error === undefined) found?.resolve(answer);
    else found?.reject(Object.assign(new Error(error.message), { code: error.code ?? undefined, own: error.own }));
  });
  const end = (error: Error): void => {
    // Nobody knows whether what was on its way got to the disk: it is not answered as done, and nothing is written after it.
    over ??= Object.assign(new Error(`The thread that writes to the database has ended: ${error.message}`), {
      code: 'SQLITE_WRITER_ENDED',
    });
    for (const id of [...waiting.keys()]) settle(id)?.reject(over);
  };
  worker.on('error', end).on('exit', (code) => end(new Error(`exit code ${code}`)));

  const ask = <A>(message: object): Promise<A> => {
    if (over !== null) return Promise.reject(over);
    const id = (lastId += 1);
    return new Promise<A>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      worker.ref();
      worker.postMessage({ ...message, id });
    });
  };

  return {
    write: (statements, follows = false, own = []) => ask({ type: 'write', statements, follows, own }),
    takeKeys: (count) => ask({ type: 'take-keys', count }),
    close: async () => {
      if (over === null) await ask({ type: 'close' });
      await worker.terminate();
    },
  };
};
