import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatonServer } from './baton-server';

/** Deploys files together; the content by file name. */
export async function deployFiles(server: BatonServer, files: Readonly<Record<string, string>>): Promise<void> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('resources', new Blob([content]), name);
  await server.call('POST', '/v2/deployments', form);
}

/** Deploys every BPMN and form file of a folder together. */
export async function deployFolder(server: BatonServer, folder: string): Promise<void> {
  const files: Record<string, string> = {};
  for (const name of await readdir(folder)) {
    if (/\.(bpmn|form)$/.test(name)) files[name] = await readFile(join(folder, name), 'utf8');
  }
  await deployFiles(server, files);
}

/** Deploys one of the example processes that Baton brings along. */
export async function deployExample(server: BatonServer, exampleId: string): Promise<void> {
  await server.call('POST', `/ext/examples/${exampleId}/deployment`);
}

/** Starts the newest version of a process and gives the key of the instance. */
export async function startInstance(
  server: BatonServer,
  processDefinitionId: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const started = await server.call<{ readonly processInstanceKey: string }>('POST', '/v2/process-instances', {
    processDefinitionId,
    variables,
  });
  return started.processInstanceKey;
}
