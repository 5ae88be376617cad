import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../src/project-file.ts';

/** A file as it is deployed. */
export interface ModelFile {
  readonly name: string;
  readonly text: string;
}

const filesOf = (folder: string): readonly ModelFile[] =>
  readdirSync(projectFile(folder))
    .filter((name) => /\.(bpmn|dmn|form)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(projectFile(folder), name), 'utf8') }));

/** Every model and decision of the fixtures; those with an endless loop would keep the server at work beside what is measured. */
export const models: readonly ModelFile[] = [...filesOf('fixtures/bpmn'), ...filesOf('fixtures/dmn')].filter(
  ({ name }) => name !== 'endless-loop.bpmn',
);

const varied = [
  'ad-hoc-job.bpmn',
  'boundary-timer.bpmn',
  'business-rule-task.bpmn',
  'call-activity.bpmn',
  'catch-conditional.bpmn',
  'catch-message.bpmn',
  'catch-signal.bpmn',
  'exclusive-gateway-without-default.bpmn',
  'multi-instance-parallel.bpmn',
  'script-task-javascript.bpmn',
  'service-task.bpmn',
  'start-message.bpmn',
  'sub-process-nested.bpmn',
  'throw-compensation.bpmn',
  'user-task.bpmn',
];

/** A few models that leave something of every kind behind: jobs, user tasks, incidents, subscriptions, timers, called instances, decisions. */
export const variedModels: readonly ModelFile[] = models.filter(
  ({ name }) => varied.includes(name) || name.endsWith('.dmn'),
);

const boundary = 'fuzz-boundary-1b7e';

/** The body of an upload of files. */
export const uploadOf = (files: readonly ModelFile[]): { readonly body: string; readonly contentType: string } => ({
  body: `${files
    .map(
      ({ name, text }) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="resources"; filename="${name}"\r\ncontent-type: text/xml\r\n\r\n${text}\r\n`,
    )
    .join('')}--${boundary}--\r\n`,
  contentType: `multipart/form-data; boundary=${boundary}`,
});
