import { Engine } from 'bpmn-engine';

/**
 * The peer: the engine for Node that is used most. It keeps everything in memory and parses the source for every instance, as its API
 * has it.
 */
export interface PeerModel {
  readonly source: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Runs one instance of a model from its start to its end; services answer at once. */
export const runOnPeer = async ({ source, variables = {} }: PeerModel): Promise<void> => {
  const engine = new Engine({
    name: 'bench',
    source,
    variables: { ...variables },
    services: {
      go: (_context: unknown, done: () => void) => done(),
      count: ({ environment }: { environment: { variables: { n: number } } }, done: () => void) => {
        environment.variables.n += 1;
        setImmediate(done);
      },
    },
  });
  const execution = await engine.execute();
  if (execution.state !== 'idle') await engine.waitFor('end');
};

const wrap = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="http://baton.example/bench">
<process id="p" isExecutable="true">${body}</process></definitions>`;

const service = (id: string): string => `<serviceTask id="${id}" implementation="\${environment.services.go}" />`;
const flow = (from: string, to: string): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;
const names = (count: number): string[] => Array.from({ length: count }, (_none, index) => `t${index + 1}`);

/** The same models as those of `models.ts`, in the peer's words. */
export const peerModels = {
  services: (count: number): PeerModel => {
    const ids = ['s', ...names(count), 'e'];
    const flows = ids.slice(1).map((id, index) => flow(ids[index] ?? '', id));
    return {
      source: wrap(`<startEvent id="s" />${names(count).map(service).join('')}<endEvent id="e" />${flows.join('')}`),
    };
  },
  parallelServices: (count: number): PeerModel => ({
    source: wrap(
      `<startEvent id="s" /><parallelGateway id="f" />${names(count).map(service).join('')}<parallelGateway id="j" /><endEvent id="e" />` +
        `${flow('s', 'f')}${names(count)
          .map((id) => flow('f', id) + flow(id, 'j'))
          .join('')}${flow('j', 'e')}`,
    ),
  }),
  countingLoop: (limit: number): PeerModel => ({
    source: wrap(
      // A service that answers later: with a script the peer's stack overflows within a thousand rounds.
      `<startEvent id="s" /><exclusiveGateway id="m" /><serviceTask id="count" implementation="\${environment.services.count}" />` +
        `<exclusiveGateway id="x" default="x-e" /><endEvent id="e" />${flow('s', 'm')}${flow('m', 'count')}${flow('count', 'x')}${flow('x', 'e')}` +
        `<sequenceFlow id="x-m" sourceRef="x" targetRef="m"><conditionExpression xsi:type="tFormalExpression" language="javascript">next(null, environment.variables.n &lt; ${limit});</conditionExpression></sequenceFlow>`,
    ),
    variables: { n: 0 },
  }),
  parallelItems: (count: number): PeerModel => ({
    source: wrap(
      `<startEvent id="s" /><serviceTask id="work" implementation="\${environment.services.go}"><multiInstanceLoopCharacteristics isSequential="false"><loopCardinality>${count}</loopCardinality></multiInstanceLoopCharacteristics></serviceTask>` +
        `<endEvent id="e" />${flow('s', 'work')}${flow('work', 'e')}`,
    ),
  }),
} as const;
