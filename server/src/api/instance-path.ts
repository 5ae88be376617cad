import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { findElementStatistics } from '../store/searches/element-statistics.ts';
import { findParkedTokens } from '../store/searches/find-parked-tokens.ts';
import { takenFlows } from './taken-flows.ts';

const count = z.int();
export const instancePathType = z
  .strictObject({
    elements: z.array(
      z.strictObject({ elementId: z.string(), active: count, completed: count, terminated: count, incidents: count }),
    ),
    flows: z.array(z.strictObject({ sequenceFlowId: z.string(), count })),
    waiting: z
      .array(z.strictObject({ sequenceFlowId: z.string(), elementId: z.string(), count }))
      .describe('Tokens that wait at joins.'),
  })
  .meta({ id: 'InstancePath' });

/** What happened where in an instance, for its diagram. */
export const instancePath = async (
  database: Database,
  processInstanceKey: number,
): Promise<z.input<typeof instancePathType>> => {
  const statistics = await findElementStatistics(database, { processInstanceKey });
  const flows = await takenFlows(database, processInstanceKey);
  const waiting = await findParkedTokens(database, processInstanceKey);
  return {
    elements: statistics.map(({ elementId, active, completed, canceled, incidents }) => ({
      elementId,
      active: active + incidents,
      completed,
      terminated: canceled,
      incidents,
    })),
    flows: [...flows].map(([sequenceFlowId, count]) => ({ sequenceFlowId, count })),
    waiting: waiting.map(({ flowId, elementId, tokens }) => ({ sequenceFlowId: flowId, elementId, count: tokens })),
  };
};
