import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** What the instances of a living loop gave so far, each at its place: one row each, so that a long list is never written anew. */
export const loopOutputs = defineTable({
  name: 'loop_outputs',
  key: ['process_instance_key', 'body_key', 'position'],
  columns: { process_instance_key: int, body_key: int, position: int, value: text },
});
export type LoopOutputRow = RowOf<typeof loopOutputs>;
