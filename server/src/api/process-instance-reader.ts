import { batchKeyField, processInstancePlan } from '../store/searches/process-instance-plan.ts';
import type { VariableCondition } from '../store/searches/variable-condition.ts';
import type { Field } from '../store/searches/search-plan.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import { Refusal } from '../runtime/refusal.ts';
import { readConditions } from './search/read-condition.ts';
import type { SearchReader } from './search/read-search.ts';

const valueField: Field = { kind: 'string', column: 'v.value' };

/** Reads `[{name, value}]`: the value is the JSON text of the variable, or operators on it. */
export const readVariableConditions = (input: unknown): VariableCondition[] => {
  if (!Array.isArray(input) || input.length > 20)
    throw new Refusal(
      'INVALID_ARGUMENT',
      'Expected a list of at most 20 variables such as {"name": "a", "value": "1"}.',
    );
  return input.map((each: unknown) => {
    const { name, value, ...rest } = (typeof each === 'object' && each !== null ? each : {}) as Record<string, unknown>;
    if (typeof name !== 'string' || value === undefined || Object.keys(rest).length > 0) {
      throw new Refusal(
        'INVALID_ARGUMENT',
        'Expected every variable to have a name and a value (as JSON text), and nothing else.',
      );
    }
    return { name, conditions: readConditions(`variables.${name}`, valueField, value) };
  });
};

/** Reads a list of tags that must all be there. */
export const readTags = (input: unknown): string[] => {
  if (!Array.isArray(input) || !input.every((each) => typeof each === 'string'))
    throw new Refusal('INVALID_ARGUMENT', 'Expected tags to be a list of texts.');
  return input;
};

const readText =
  (name: string) =>
  (input: unknown): string => {
    const value = typeof input === 'object' && input !== null ? (input as { $eq?: unknown }).$eq : input;
    if (typeof value !== 'string') throw new Refusal('INVALID_ARGUMENT', `Filter '${name}': expected a text.`);
    return value;
  };

const readBoolean =
  (name: string) =>
  (input: unknown): boolean => {
    if (typeof input !== 'boolean') throw new Refusal('INVALID_ARGUMENT', `Filter '${name}': expected true or false.`);
    return input;
  };

/** The number that stands for the message of an incident, see the statistics of incidents by error. */
const readHash = (input: unknown): number => {
  const value = typeof input === 'object' && input !== null ? (input as { $eq?: unknown }).$eq : input;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new Refusal('INVALID_ARGUMENT', `Filter 'incidentErrorHashCode': expected an integer.`);
  return value;
};

/** How searches of process instances are read. */
export const processInstanceReader: SearchReader<ProcessInstanceRow> = {
  plan: processInstancePlan,
  alternatives: true,
  custom: {
    variables: readVariableConditions,
    tags: readTags,
    elementId: readText('elementId'),
    elementInstanceState: (input) => readText('elementInstanceState')(input).toUpperCase(),
    hasElementInstanceIncident: readBoolean('hasElementInstanceIncident'),
    batchOperationKey: (input) => readConditions('batchOperationKey', batchKeyField, input),
    batchOperationId: (input) => readConditions('batchOperationId', batchKeyField, input),
    errorMessage: readText('errorMessage'),
    incidentErrorHashCode: readHash,
    hasRetriesLeft: readBoolean('hasRetriesLeft'),
  },
};
