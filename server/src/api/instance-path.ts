import type { Database } from '../store/database.ts';
import { findElementStatistics } from '../store/searches/element-statistics.ts';
import { takenFlows } from './taken-flows.ts';

/** What happened where in an instance, for its diagram. */
export const instancePath = async (database: Database, processInstanceKey: number) => {
  const statistics = await findElementStatistics(database, { processInstanceKey });
  const flows = await takenFlows(database, processInstanceKey);
  const waiting = await database.rows<{ flow_id: string; element_id: string; tokens: number }>(
    `SELECT flow_id, element_id, sum(tokens) AS tokens FROM parked_tokens WHERE process_instance_key = ?
     GROUP BY flow_id, element_id ORDER BY element_id, flow_id`,
    [processInstanceKey],
  );
  return {
    elements: statistics.map(({ elementId, active, completed, canceled, incidents }) => ({
      elementId,
      active: active + incidents,
      completed,
      terminated: canceled,
      incidents,
    })),
    flows: [...flows].map(([sequenceFlowId, count]) => ({ sequenceFlowId, count })),
    waiting: waiting.map((row) => ({
      sequenceFlowId: row.flow_id,
      elementId: row.element_id,
      count: Number(row.tokens),
    })),
  };
};
