import { defineTable, int } from '../table.ts';
import type { RowOf } from '../table.ts';

/** One row per upload. */
export const deployments = defineTable({ name: 'deployments', key: ['key'], columns: { key: int, at_ms: int } });
export type DeploymentRow = RowOf<typeof deployments>;
