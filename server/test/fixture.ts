import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { UploadedFile } from '../src/runtime/deployment/prepared-resource.ts';
import { projectFile } from '../src/project-file.ts';

const folder = projectFile('fixtures/bpmn');

/** Names of all models of the project. */
export const fixtureNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.bpmn'))
    .map((file) => basename(file, '.bpmn'));

/** A model of the project as an uploaded file. */
export const fixture = (name: string): UploadedFile => ({
  name: `${name}.bpmn`,
  content: readFileSync(join(folder, `${name}.bpmn`)),
});

/** A decision file of the project as an uploaded file. */
export const decisionFixture = (name: string): UploadedFile => ({
  name: `${name}.dmn`,
  content: readFileSync(join(projectFile('fixtures/dmn'), `${name}.dmn`)),
});

const namespaces = `xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"`;

/** A model written out in a test: what is inside its one process. */
export const model = (processId: string, inside: string, around = ''): UploadedFile => ({
  name: `${processId}.bpmn`,
  content: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions ${namespaces} id="d" targetNamespace="http://test">${around}<bpmn:process id="${processId}" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`,
  ),
});

/** start → service task of this type → end. */
export const serviceModel = (processId: string, jobType = processId): UploadedFile =>
  model(
    processId,
    `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="work"/>
     <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="${jobType}"/></bpmn:extensionElements></bpmn:serviceTask>
     <bpmn:sequenceFlow id="f2" sourceRef="work" targetRef="e"/><bpmn:endEvent id="e"/>`,
  );

/** A model drawn by a test as an uploaded file. */
export const drawn = (name: string, xml: string): UploadedFile => ({ name: `${name}.bpmn`, content: Buffer.from(xml) });
