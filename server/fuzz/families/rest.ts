import type { Random } from '../../sim/random.ts';
import { addressOf, apiOperations, schemas } from '../api-operations.ts';
import type { ApiOperation } from '../api-operations.ts';
import type { Family, FuzzCase } from '../fuzz-case.ts';
import type { Sent } from '../fuzzed-server.ts';
import { hostileText } from '../hostile.ts';
import { mutatedBody } from '../mutate-json.ts';
import { valueOf } from '../schema-value.ts';
import type { Known } from '../schema-value.ts';
import { smallerBodies } from '../shrink.ts';
import { prepareData } from './prepared-data.ts';
import { SeenValues } from './seen-values.ts';

/** A case that is one request. */
export const requestCase = (sent: Sent, seen: SeenValues): FuzzCase => ({
  run: async (server) => {
    const { text, problem } = await server.send(sent);
    seen.note(text);
    return problem;
  },
  *simpler() {
    for (const body of smallerBodies(sent.body ?? '')) yield requestCase({ ...sent, body }, seen);
  },
  show: () => `${sent.method} ${sent.path}\n${sent.body ?? ''}`,
});

/** What moves tokens: drawn more often, because most of it meets something only with the right keys. */
const commands = apiOperations.filter(
  ({ method, path }) =>
    method !== 'GET' &&
    /process-instances|jobs|user-tasks|incidents|messages|element-instances/.test(path) &&
    !/search|statistics/.test(path),
);

/** Requests of every operation: bodies that fit the OpenAPI document, with changes. */
export const restFamily = (): Family => {
  const seen = new SeenValues();
  const known: Known = { schemas, seen: seen.byName };
  return {
    name: 'rest',
    prepare: prepareData,
    make: (random, index) => {
      const operation = random.chance(0.4)
        ? random.pick(commands)
        : (apiOperations[index % apiOperations.length] as ApiOperation);
      return requestCase(
        {
          method: operation.method,
          path: addressFor(operation, random, known),
          body: bodyFor(operation, random, known),
        },
        seen,
      );
    },
  };
};

/** The address of an operation with values that were seen, that fit, or that nobody expects. */
export const addressFor = (operation: ApiOperation, random: Random, known: Known): string =>
  addressOf(operation, (name, schema) => {
    if (random.chance(0.1)) return addressed(hostileText(random)) || '1';
    const isInPath = operation.path.includes(`{${name}}`);
    return isInPath || random.chance(0.5) ? addressed(String(valueOf(schema, random, known, name))) : undefined;
  });

/** Without halves of surrogate pairs, which no address can hold, and not longer than an address may be. */
const addressed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '').slice(0, 2_000);

const bodyFor = ({ id, body, example }: ApiOperation, random: Random, known: Known): string | undefined => {
  if (body === null) return random.chance(0.05) ? '{}' : undefined;
  const value = example !== undefined && random.chance(0.4) ? example : valueOf(body, random, known);
  const text = mutatedBody(value, random);
  return /requestTimeout/.test(JSON.stringify(body)) ? withoutWaiting(text, id === 'activateJobs' ? -1 : 200) : text;
};

/** Whoever asks to be kept waiting is no proof of a slow server. */
const withoutWaiting = (text: string, requestTimeout: number): string => {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return text;
    return JSON.stringify({ ...value, requestTimeout });
  } catch {
    return text;
  }
};
