import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client, UploadFile } from '@baton/client';
import type { Command } from 'commander';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { UsageError } from '../exit-code.ts';
import { printJson, printTable } from '../print.ts';
import type { World } from '../world.ts';

export interface DeployOptions extends GlobalOptions {
  readonly tenant?: string;
}

/** `baton deploy <files…>`: all or none. */
export const deployCommand = (program: Command, world: World): void =>
  void program
    .command('deploy')
    .summary('deploy BPMN, DMN, form and other files')
    .description('Deploys files together: all or none. A file whose content is known keeps its version.')
    .argument('<files...>', 'the kind is told by the ending: .bpmn, .dmn, .form')
    .option('--tenant <id>', 'whom they are for (default: the default tenant)')
    .action(async (files: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DeployOptions>();
      await deploy(world, connect(world, options), options, files);
    });

/** Deploys files and shows what became of them. */
export const deploy = async (
  world: World,
  client: Client,
  { json, tenant }: DeployOptions,
  files: readonly string[],
): Promise<void> => {
  const deployed = await client.deployments.createDeployment(
    { resources: files.map(readUpload), ...(tenant === undefined ? {} : { tenantId: tenant }) },
    { signal: world.signal },
  );
  if (json === true) return printJson(world, deployed);
  printTable(
    world,
    [
      ['kind', ({ kind }) => kind],
      ['id', ({ id }) => id],
      ['version', ({ version }) => version],
      ['key', ({ key }) => key],
      ['file', ({ file }) => file],
    ],
    deployed.deployments.map(shown),
  );
};

type Deployed = Awaited<ReturnType<Client['deployments']['createDeployment']>>['deployments'][number];

/** The one thing that a line of the answer is about. */
const shown = ({ processDefinition, decisionDefinition, decisionRequirements, form, resource }: Deployed) => {
  if (processDefinition !== null) {
    const {
      processDefinitionId: id,
      processDefinitionVersion: version,
      processDefinitionKey: key,
      resourceName: file,
    } = processDefinition;
    return { kind: 'process', id, version, key, file };
  }
  if (decisionDefinition !== null) {
    const { decisionDefinitionId: id, version, decisionDefinitionKey: key } = decisionDefinition;
    return { kind: 'decision', id, version, key, file: null };
  }
  if (decisionRequirements !== null) {
    const {
      decisionRequirementsId: id,
      version,
      decisionRequirementsKey: key,
      resourceName: file,
    } = decisionRequirements;
    return { kind: 'decision file', id, version, key, file };
  }
  if (form !== null)
    return { kind: 'form', id: form.formId, version: form.version, key: form.formKey, file: form.resourceName };
  return {
    kind: 'resource',
    id: resource?.resourceId,
    version: resource?.version,
    key: resource?.resourceKey,
    file: resource?.resourceName,
  };
};

const readUpload = (file: string): UploadFile => {
  try {
    return { name: basename(file), content: readFileSync(file) };
  } catch (error) {
    throw new UsageError(`Expected to read ${file}: ${(error as Error).message}.`);
  }
};
