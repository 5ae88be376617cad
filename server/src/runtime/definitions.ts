import { asKey } from '@baton/engine';
import type { Key, ProcessDefinition } from '@baton/engine';
import type { Database } from '../store/database.ts';
import { upToDeployment } from '../store/operations/up-to-deployment.ts';
import type { ProcessDefinitionRow } from '../store/tables/process-definitions.ts';
import type { BpmnCompiler } from './compiler/bpmn-compiler.ts';

/** A deployed version: its row and what compiling its file gave. */
export interface Deployed {
  readonly row: ProcessDefinitionRow;
  readonly definition: ProcessDefinition;
  /** How long its ended instances are kept: what the model says, else the server's default; null for ever. */
  readonly historyTimeToLive: string | null;
}

/** Which version of a process is meant. */
export type Version =
  | { readonly latest: true }
  | { readonly number: number }
  | { readonly tag: string }
  | { readonly deploymentKey: number };

/** Finds deployed processes and keeps the compiled ones (the 500 last used). */
export interface Definitions {
  /** The version with this key, deleted ones too (their instances go on); null when there is none. */
  byKey(key: Key): Promise<Deployed | null>;
  /** The version with this key if it is not deleted; null otherwise. */
  livingByKey(key: Key): Promise<Deployed | null>;
  /** A version of a process of a tenant that is not deleted; null when there is none. */
  find(tenantId: string, processId: string, version: Version): Promise<Deployed | null>;
}

/**
 * The same, but asking the database once for each question: for a batch, whose commands all see one moment. A deployment has a batch to
 * itself, so that nothing in it looks up what it changes.
 */
export const rememberLookups = ({ byKey, livingByKey, find }: Definitions): Definitions => {
  const answers = new Map<string, Promise<Deployed | null>>();
  const once = (question: string, ask: () => Promise<Deployed | null>): Promise<Deployed | null> => {
    let answer = answers.get(question);
    if (answer === undefined) answers.set(question, (answer = ask()));
    return answer;
  };
  return {
    byKey,
    livingByKey: (key) => once(String(key), () => livingByKey(key)),
    find: (tenantId, processId, version) =>
      once(JSON.stringify([tenantId, processId, version]), () => find(tenantId, processId, version)),
  };
};

const capacity = 500;

/** `historyTimeToLive`: how long ended instances of processes are kept that say nothing, a duration of ISO 8601; null for ever. */
export const createDefinitions = (
  database: Database,
  compiler: BpmnCompiler,
  historyTimeToLive: string | null = null,
): Definitions => {
  const compiled = new Map<number, Promise<Deployed | null>>();

  const compileRow = async (row: ProcessDefinitionRow): Promise<Deployed> => {
    const [resource] = await database.rows<{ content: string }>('SELECT content FROM resources WHERE key = ?', [
      row.resource_key,
    ]);
    const result = await compiler.compile(resource?.content ?? '');
    const definition = result.ok ? result.processes.find((process) => process.id === row.process_id) : undefined;
    if (definition === undefined) {
      const why = result.ok ? 'the process is not in it' : result.problems.map((problem) => problem.message).join(' ');
      throw new Error(
        `Expected the deployed file ${row.resource_name} of process ${row.process_id} to compile; ${why}`,
      );
    }
    return { row, definition, historyTimeToLive: definition.historyTimeToLive ?? historyTimeToLive };
  };

  const load = async (key: number): Promise<Deployed | null> => {
    const [row] = await database.rows<ProcessDefinitionRow>('SELECT * FROM process_definitions WHERE key = ?', [key]);
    return row === undefined ? null : compileRow(row);
  };

  const byKey = (key: Key): Promise<Deployed | null> => {
    const cached = compiled.get(key);
    if (cached !== undefined) {
      compiled.delete(key);
      compiled.set(key, cached);
      return cached;
    }
    const loading = load(key);
    compiled.set(key, loading);
    const forget = (): void => void compiled.delete(key);
    loading.then((found) => (found === null ? forget() : undefined), forget);
    for (const oldest of compiled.keys()) {
      if (compiled.size <= capacity) break;
      compiled.delete(oldest);
    }
    return loading;
  };

  return {
    byKey,
    livingByKey: async (key) => {
      // Asked for every time: what is kept in memory knows nothing of a later deletion.
      const [row] = await database.rows<{ key: number }>(
        'SELECT key FROM process_definitions WHERE key = ? AND deleted = 0',
        [key],
      );
      return row === undefined ? null : byKey(key);
    },
    find: async (tenantId, processId, version) => {
      const [condition, params]: [string, (string | number)[]] =
        'latest' in version
          ? ['is_latest = 1', []]
          : 'number' in version
            ? ['version = ?', [version.number]]
            : 'tag' in version
              ? ['version_tag = ?', [version.tag]]
              : [upToDeployment, [version.deploymentKey]];
      const [row] = await database.rows<{ key: number }>(
        `SELECT key FROM process_definitions WHERE process_id = ? AND tenant_id = ? AND deleted = 0 AND ${condition} ORDER BY version DESC LIMIT 1`,
        [processId, tenantId, ...params],
      );
      return row === undefined ? null : byKey(asKey(row.key));
    },
  };
};
