import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { compileBpmn } from '@baton/engine';
import { describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';
import { choices } from './choices.ts';
import { drive, randomOf } from './drive.ts';
import type { Run } from './drive.ts';

/** Models of others. They are no part of the project; where they lie beside it they are run. */
const folder = projectFile('../shared/corpus');
const models = [
  'absence-request',
  'car-rental-booking-process',
  'ci-cd',
  'customer-onboarding',
  'enforcing-sla',
  'order-fulfillment',
  'payment',
  'ticket-booking',
  'timers',
].filter((name) => existsSync(`${folder}/${name}`));

const maxRuns = 30;

describe('the models of others, run to their ends', () => {
  it(`should choose the same for the same seed (${models.length} models found)`, () => {
    const numbers = (seed: number): number[] => {
      const choose = randomOf(seed);
      return Array.from({ length: 20 }, () => choose(6));
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
    expect(new Set(numbers(7)).size).toBeGreaterThan(3);
  });

  it.each(models)(
    'should run %s along two paths, one of them with a restart between any two steps',
    { timeout: 120_000 },
    async (name) => {
      const files = readdirSync(`${folder}/${name}`).map((file) => ({
        name: file,
        content: readFileSync(`${folder}/${name}/${file}`),
      }));
      const texts = files.filter((file) => file.name.endsWith('.bpmn')).map((file) => file.content.toString('utf8'));
      const errorCodes = [
        ...new Set(texts.flatMap((text) => [...text.matchAll(/errorCode="([^"=]+)"/g)].map((m) => m[1] ?? ''))),
      ];
      // The process that nobody of the folder calls is the one to start.
      const processes = (await Promise.all(texts.map(compileBpmn))).flatMap((result) =>
        result.ok ? result.processes : [],
      );
      const called = new Set(
        processes.flatMap((process) => process.calledProcessIds.map(({ processId }) => processId)),
      );
      const main = processes.find((process) => !called.has(process.id));
      expect(main).toBeDefined();
      const ended = new Map<string, Run>();
      const others: Run[] = [];
      for (let seed = 1; seed <= maxRuns && ended.size < 2; seed += 1) {
        // A restart has the models compiled anew, which takes longest of all.
        const run = await drive(files, main?.id ?? '', choices, errorCodes, seed, ended.size === 0);
        if (run.status === 'COMPLETED') ended.set(run.path, run);
        else others.push(run);
      }
      expect([...ended.keys()], JSON.stringify(others.slice(0, 3), null, 1)).toHaveLength(2);
    },
  );
});
