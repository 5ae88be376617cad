import type { PoolClient } from 'pg';
import type { Database, Read } from '../database.ts';
import type { AnyRow, SqlValue } from '../table.ts';
import { sentTogether } from './sent-together.ts';
import { codedError } from './lost-connection.ts';

interface WaitingRead extends Read {
  readonly resolve: (rows: unknown[]) => void;
  readonly reject: (error: unknown) => void;
}

/** SQLSTATE feature_not_supported: "cached plan must not change result type". */
const planIsOutdated = '0A000';
/** More reads than this at a time get another connection: one that is slow must not hold up too many. */
const maxTogether = 32;
/** Statements that a connection keeps prepared; their texts are constant, so that in practice all are. */
const maxPrepared = 500;

/**
 * Reads that are asked for while a connection is being lent go out together on it, without waiting for each other's answers: one trip to the
 * database for all the tables of an instance instead of one for each.
 */
export const createPipelinedReads = (
  withConnection: <T>(use: (client: PoolClient) => Promise<T>) => Promise<T>,
): Pick<Database, 'rows' | 'snapshot'> => {
  const statements = new Map<string, { readonly text: string; readonly name?: string }>();
  const pending: WaitingRead[] = [];
  let isLending = false;
  let names = 0;

  const statementOf = (sql: string): { readonly text: string; readonly name?: string } => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const text = numbered(sql);
    if (statements.size >= maxPrepared) return { text };
    const statement = { text, name: `read${(names += 1)}` };
    statements.set(sql, statement);
    return statement;
  };

  /** A newer server has given a table another column: the statements are prepared anew, under names that no connection knows. */
  const forget = (error: unknown): boolean => {
    if ((error as { code?: string }).code !== planIsOutdated) return false;
    statements.clear();
    return true;
  };

  const send = async (client: PoolClient, { sql, params, resolve, reject }: WaitingRead): Promise<void> => {
    const ask = async (): Promise<unknown[]> =>
      (await client.query({ ...statementOf(sql), values: [...params] })).rows as unknown[];
    try {
      resolve(await ask().catch((error: unknown) => (forget(error) ? ask() : Promise.reject(error as Error))));
    } catch (error) {
      const coded = codedError(error);
      reject(coded);
      throw coded;
    }
  };

  const lend = async (): Promise<void> => {
    let reads: WaitingRead[] = [];
    try {
      await withConnection(async (client) => {
        reads = pending.splice(0, maxTogether);
        isLending = false;
        lendNext();
        // All of them, also when one fails: the connection must not go back before.
        const results = await Promise.allSettled(sentTogether(client, () => reads.map((read) => send(client, read))));
        const failed = results.find((result) => result.status === 'rejected');
        if (failed !== undefined) throw failed.reason;
      });
    } catch (error) {
      if (reads.length === 0) {
        isLending = false;
        // No connection could be had.
        for (const read of pending.splice(0)) read.reject(error);
      }
    }
  };
  const lendNext = (): void => {
    if (isLending || pending.length === 0) return;
    isLending = true;
    void lend();
  };

  const readTogether = async (client: PoolClient, reads: readonly Read[]): Promise<AnyRow[][]> => {
    // All waited for, also when one fails: the connection must not go back in the middle of a transaction.
    const sent = sentTogether(client, () => [
      client.query({ name: 'begin-read', text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' }),
      ...reads.map(({ sql, params }) => client.query({ ...statementOf(sql), values: [...params] })),
      client.query({ name: 'end-read', text: 'COMMIT' }),
    ]);
    const results = await Promise.allSettled(sent);
    return results.slice(1, -1).map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value.rows as AnyRow[];
    });
  };

  return {
    rows: <T>(sql: string, params: readonly SqlValue[] = []) =>
      new Promise<T[]>((resolve, reject) => {
        pending.push({ sql, params, resolve: resolve as (rows: unknown[]) => void, reject });
        lendNext();
      }),
    snapshot: (reads) =>
      withConnection((client) =>
        readTogether(client, reads).catch((error: unknown) => {
          if (forget(error)) return readTogether(client, reads);
          throw error;
        }),
      ),
  };
};

/** Numbers every `?` of a statement, as PostgreSQL wants it. Statements of ours hold no question marks in literals. */
const numbered = (sql: string): string => {
  let count = 0;
  return sql.replace(/\?/g, () => `$${++count}`);
};
