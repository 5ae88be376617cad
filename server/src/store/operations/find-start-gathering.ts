import type { Database } from '../database.ts';
import type { StartGatheringRow } from '../tables/start-gatherings.ts';

/** What has happened of a parallel multiple start event; null while nothing has. */
export const findStartGathering = async (
  database: Database,
  definitionKey: number,
  elementId: string,
): Promise<StartGatheringRow | null> => {
  const [row] = await database.rows<StartGatheringRow>(
    'SELECT * FROM start_gatherings WHERE definition_key = ? AND element_id = ?',
    [definitionKey, elementId],
  );
  return row ?? null;
};
