import { projectFile } from '../src/project-file.ts';
import { startProgram } from '../test/program-process.ts';
import type { ProgramProcess } from '../test/program-process.ts';

/** The built server on SQLite, on a free port. */
export const startServer = (dataFolder: string): Promise<ProgramProcess> =>
  startProgram({
    command: [process.execPath, projectFile('server/bin/baton.mjs')],
    env: { PORT: '0', BATON_DATA: dataFolder, BATON_LOG_LEVEL: 'error' },
  });

/** The limit program of HTTP: Express that answers JSON with JSON. */
export const startEcho = (): Promise<ProgramProcess> =>
  startProgram({ command: [process.execPath, projectFile('server/bench/limits/express-echo.mjs')] });

/** Deploys a model over HTTP. */
export const deployByHttp = async (address: string, xml: string): Promise<void> => {
  const form = new FormData();
  form.append('resources', new Blob([xml]), 'bench.bpmn');
  const response = await fetch(`${address}/v2/deployments`, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`Expected the deployment to succeed, found ${await response.text()}`);
};
