import { z } from 'zod';
import { text } from './input.ts';
import { visitedProcess } from './play-answer.ts';
import { playCommands, playStart, scenarioExpectation } from './play-input.ts';

export const maxScenarios = 200;
export const scenario = z
  .strictObject({
    name: text(200).min(1),
    description: text().optional(),
    start: playStart,
    commands: playCommands,
    expect: scenarioExpectation,
  })
  .meta({ id: 'Scenario' });
export type Scenario = z.infer<typeof scenario>;

export const scenarios = z
  .array(scenario)
  .max(maxScenarios)
  .refine(
    (list) => new Set(list.map(({ name }) => name)).size === list.length,
    'must have a name of its own for each scenario',
  );

/** A file of scenarios beside its model: `order.scenarios.json` beside `order.bpmn`. */
export const scenarioFile = z.strictObject({ version: z.literal(1), scenarios });
export type ScenarioFile = z.infer<typeof scenarioFile>;

export const scenarioResult = z
  .strictObject({
    name: z.string(),
    isPassed: z.boolean(),
    difference: z.string().nullable().describe('The first thing that is not as expected; null for one that passed.'),
    commandIndex: z.int().nullable().describe('The command that could not be done, from 0; -1 for the start.'),
    elementId: z.string().nullable().describe('The element that the difference is about.'),
    visited: z.array(visitedProcess),
  })
  .meta({ id: 'ScenarioResult' });
export type ScenarioResult = z.infer<typeof scenarioResult>;

export const processCoverage = z
  .strictObject({
    processId: z.string(),
    resourceName: z.string(),
    percent: z.int().describe('Of elements and sequence flows together, rounded down.'),
    elements: z
      .array(z.strictObject({ id: z.string(), count: z.int() }))
      .describe('All elements, and how often each began.'),
    flows: z
      .array(z.strictObject({ id: z.string(), count: z.int() }))
      .describe('All sequence flows, and how often each was taken.'),
  })
  .meta({ id: 'ProcessCoverage' });
export type ProcessCoverage = z.infer<typeof processCoverage>;
