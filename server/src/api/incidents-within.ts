import type { Database } from '../store/database.ts';
import type { Within } from '../store/searches/find-instances-below.ts';
import { incidentPlan } from '../store/searches/incident-plan.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { SearchRequest } from '../store/searches/search-plan.ts';
import { incidentAnswer } from './incident-answer.ts';
import { searchAnswer } from './search/read-search.ts';

/** The incidents that a search finds within one place: of an element instance or a process instance and all below it. */
export const incidentsWithin = async (database: Database, search: SearchRequest, within: Within) => {
  const custom = [...search.filter.custom, { name: 'within', value: within }];
  const request = { ...search, filter: { ...search.filter, custom } };
  return searchAnswer(await runSearch(database, incidentPlan, request), incidentAnswer);
};
