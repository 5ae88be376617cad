import type { Knex } from 'knex';
import type { Migration } from '../migrate.ts';

const make = async (
  trx: Knex.Transaction,
  name: string,
  columns: { readonly ints: string; readonly texts: string; readonly optional: readonly string[] },
): Promise<void> => {
  const words = (list: string): string[] => list.trim().split(/\s+/);
  await trx.schema.createTable(name, (table) => {
    const all = [
      ...words(columns.ints).map((id) => [id, table.bigInteger(id)] as const),
      ...words(columns.texts).map((id) => [id, table.text(id)] as const),
    ];
    for (const [id, column] of all) {
      if (columns.optional.includes(id)) column.nullable();
      else column.notNullable();
    }
    table.primary(['key']);
  });
};

const indexes: readonly string[] = [
  'UNIQUE INDEX decision_definitions_version ON decision_definitions (decision_id, version)',
  'INDEX decision_definitions_requirements ON decision_definitions (requirements_key)',
  'UNIQUE INDEX decision_instances_id ON decision_instances (instance_id)',
  'INDEX decision_instances_evaluation ON decision_instances (evaluation_key)',
  'INDEX decision_instances_at ON decision_instances (at_ms, key)',
  'INDEX decision_instances_definition ON decision_instances (definition_key, key)',
  'INDEX decision_instances_process ON decision_instances (process_instance_key) WHERE process_instance_key IS NOT NULL',
];

interface OldRow {
  readonly key: number | string;
  readonly drg_id: string;
  readonly name: string | null;
  readonly version: number | string;
  readonly deployment_key: number | string;
  readonly deleted: number | string;
  readonly decisions: string;
}

/** The decisions of a file become rows with their keys; their versions are counted anew, because now each decision has its own. */
const moveDecisions = async (trx: Knex.Transaction): Promise<void> => {
  const files = (await trx('decision_requirements').select('*').orderBy('key')) as OldRow[];
  const versions = new Map<string, number>();
  const latest = new Map<string, number>();
  for (const file of files) {
    const decisions = JSON.parse(file.decisions) as { id: string; name: string | null; key: number }[];
    for (const { id, name, key } of decisions) {
      const version = (versions.get(id) ?? 0) + 1;
      versions.set(id, version);
      if (Number(file.deleted) === 0) latest.set(id, key);
      await trx('decision_definitions').insert({
        key,
        decision_id: id,
        name: name ?? id,
        version,
        version_tag: null,
        requirements_key: file.key,
        requirements_id: file.drg_id,
        requirements_name: file.name ?? file.drg_id,
        requirements_version: file.version,
        deployment_key: file.deployment_key,
        is_latest: 0,
        deleted: file.deleted,
      });
    }
  }
  for (const key of latest.values()) await trx('decision_definitions').where({ key }).update({ is_latest: 1 });
};

/** Decisions get rows of their own, evaluations are kept, and element instances know what they wait to be evaluated. */
export const migration0002: Migration = {
  id: '0002-decisions',
  up: async (trx) => {
    await make(trx, 'decision_definitions', {
      ints: 'key version requirements_key requirements_version deployment_key is_latest deleted',
      texts: 'decision_id name version_tag requirements_id requirements_name',
      optional: ['version_tag'],
    });
    await make(trx, 'decision_instances', {
      ints: `key evaluation_key at_ms decision_version definition_key requirements_key root_definition_key process_definition_key
             process_instance_key root_instance_key element_instance_key`,
      texts: 'instance_id state decision_id decision_name decision_type result failure inputs rules',
      optional: [
        'process_definition_key',
        'process_instance_key',
        'root_instance_key',
        'element_instance_key',
        'failure',
      ],
    });
    await moveDecisions(trx);
    // Plain SQL: Knex would copy the table on SQLite.
    await trx.raw('ALTER TABLE decision_requirements DROP COLUMN decisions');
    await trx.raw('ALTER TABLE element_instances ADD COLUMN evaluation_key bigint');
    for (const index of indexes) await trx.raw(`CREATE ${index}`);
  },
};
