import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import type { Example } from './api/example-operations.ts';
import { projectFile } from './project-file.ts';

const folder = 'fixtures/examples';
const orderSchema = z.array(z.string().regex(/^[\w-]+$/));
const exampleSchema = z.strictObject({
  exampleId: z.string(),
  name: z.string(),
  description: z.string(),
  elements: z.array(z.string()),
  processId: z.string(),
});

const readText = (path: string): string => readFileSync(projectFile(`${folder}/${path}`), 'utf8');

/** Reads the gallery: `order.json` names the folders in their order, each holds `example.json`, one process and its forms. */
export const readExamples = (): Example[] => {
  if (!existsSync(projectFile(`${folder}/order.json`))) return [];
  return orderSchema.parse(JSON.parse(readText('order.json'))).map((name) => {
    const files = readdirSync(projectFile(`${folder}/${name}`)).filter((file) => file !== 'example.json');
    // The process first, then what belongs to it.
    files.sort((a, b) => Number(b.endsWith('.bpmn')) - Number(a.endsWith('.bpmn')) || (a < b ? -1 : 1));
    const resources = files.map((file) => ({ name: file, content: readText(`${name}/${file}`) }));
    return { ...exampleSchema.parse(JSON.parse(readText(`${name}/example.json`))), resources };
  });
};
