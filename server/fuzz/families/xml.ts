import { anyVariables } from '../../test/outside-world.ts';
import type { Family, FuzzCase } from '../fuzz-case.ts';
import type { FuzzedServer, Heard } from '../fuzzed-server.ts';
import { models, uploadOf } from '../models.ts';
import type { ModelFile } from '../models.ts';
import { mutateXml } from '../mutate-xml.ts';
import { shorterTexts } from '../shrink.ts';

interface Deployed {
  readonly deployments: readonly {
    readonly processDefinition: { readonly processDefinitionKey: string } | null;
    readonly decisionRequirements: { readonly decisionRequirementsKey: string } | null;
  }[];
}

/** Deploys a file; where it is taken, starts what is in it, and then takes everything away again so that nothing goes on beside the next input. */
const fileCase = (file: ModelFile): FuzzCase => ({
  run: async (server) => {
    const deployed = await server.send({ method: 'POST', path: '/v2/deployments', ...uploadOf([file]) });
    if (deployed.problem !== null || deployed.status !== 200) return deployed.problem;
    const { deployments } = JSON.parse(deployed.text) as Deployed;
    for (const { processDefinition, decisionRequirements } of deployments) {
      const problem =
        processDefinition === null
          ? await removed(server, decisionRequirements?.decisionRequirementsKey)
          : ((await started(server, processDefinition.processDefinitionKey)) ??
            (await removed(server, processDefinition.processDefinitionKey)));
      if (problem !== null) return problem;
    }
    return null;
  },
  *simpler() {
    for (const text of shorterTexts(file.text)) yield fileCase({ ...file, text });
  },
  show: () => `${file.name}\n${file.text}`,
});

const post = (server: FuzzedServer, path: string, body: object): Promise<Heard> =>
  server.send({ method: 'POST', path, body: JSON.stringify(body) });

const started = async (server: FuzzedServer, processDefinitionKey: string): Promise<string | null> => {
  const { text, status, problem } = await post(server, '/v2/process-instances', {
    processDefinitionKey,
    variables: anyVariables,
  });
  if (problem !== null || status !== 200) return problem;
  const { processInstanceKey } = JSON.parse(text) as { processInstanceKey: string };
  return (await post(server, `/v2/process-instances/${processInstanceKey}/cancellation`, {})).problem;
};

const removed = async (server: FuzzedServer, key: string | undefined): Promise<string | null> =>
  key === undefined ? null : (await post(server, `/v2/resources/${key}/deletion`, {})).problem;

/** BPMN and DMN: the fixtures with changes in their elements, attributes, texts and bytes. */
export const xmlFamily = (): Family => ({
  name: 'xml',
  prepare: async () => undefined,
  make: (random) => {
    const model = random.pick(models);
    return fileCase({ name: model.name, text: mutateXml(model.text, random) });
  },
});
