import type { CompileResult, ProcessDefinition } from '@baton/engine';
import type { PlayFile } from '../api/play-input.ts';
import type { ProcessCoverage, ScenarioResult } from '../api/scenario-type.ts';

/** How much of each process of the files the scenarios have visited together. Files that do not compile are left out. */
export const coverageOf = async (
  files: readonly PlayFile[],
  compile: (xml: string) => Promise<CompileResult>,
  results: readonly Pick<ScenarioResult, 'visited'>[],
): Promise<ProcessCoverage[]> => {
  const coverage: ProcessCoverage[] = [];
  for (const { name, content } of files) {
    if (!/\.bpmn$/i.test(name)) continue;
    const compiled = await compile(content);
    if (!compiled.ok) continue;
    for (const process of compiled.processes)
      coverage.push({ resourceName: name, ...processCoverage(process, results) });
  }
  return coverage;
};

const processCoverage = (
  process: ProcessDefinition,
  results: readonly Pick<ScenarioResult, 'visited'>[],
): Omit<ProcessCoverage, 'resourceName'> => {
  const visits = results.flatMap(({ visited }) => visited.filter(({ processId }) => processId === process.id));
  const count = (kind: 'elements' | 'flows', ids: Iterable<string>) => {
    const counts = new Map([...ids].map((id) => [id, 0]));
    for (const { id, count } of visits.flatMap((visit) => visit[kind])) {
      const before = counts.get(id);
      if (before !== undefined) counts.set(id, before + count);
    }
    return [...counts].map(([id, count]) => ({ id, count }));
  };
  const elements = count('elements', shownElements(process));
  const flows = count('flows', process.flows.keys());
  const all = [...elements, ...flows];
  const visited = all.filter(({ count }) => count > 0).length;
  const percent = all.length === 0 ? 100 : Math.floor((visited * 100) / all.length);
  return { processId: process.id, percent, elements, flows };
};

/** What is drawn: the process is the canvas itself, and what is inside an ad-hoc sub-process for each activity is not there. */
const shownElements = ({ elements }: ProcessDefinition): string[] =>
  [...elements.values()]
    .filter(({ elementType }) => elementType !== 'PROCESS' && elementType !== 'AD_HOC_SUB_PROCESS_INNER_INSTANCE')
    .map(({ id }) => id);
