import type { Database } from '../store/database.ts';
import { findElementStatistics } from '../store/searches/element-statistics.ts';
import { findParkedTokens } from '../store/searches/find-parked-tokens.ts';
import { takenFlows } from './taken-flows.ts';

/** What happened where in an instance, for its diagram. */
export const instancePath = async (database: Database, processInstanceKey: number) => {
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
