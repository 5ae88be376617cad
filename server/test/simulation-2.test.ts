import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runSeed } from '../sim/run-seed.ts';
import { runSimulation } from '../sim/run.ts';
import { makeTemplate } from '../sim/template.ts';
import type { Template } from '../sim/template.ts';

it('should keep its promises in five hundred other simulated runs', async () => {
  const { failures } = await runSimulation({ firstSeed: 501, seeds: 500, tell: () => undefined });
  expect(failures.join('\n\n')).toBe('');
}, 300_000);

describe('a simulated run', () => {
  let template: Template;
  const timeZone = process.env['TZ'];
  beforeAll(async () => {
    template = await makeTemplate();
  });
  afterEach(() => {
    if (timeZone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = timeZone;
  });

  it('should write the same journal for the same seed, wherever it runs', async () => {
    const hashes = async (): Promise<string[]> => {
      const results = [];
      for (let seed = 2_001; seed <= 2_030; seed += 1) results.push(await runSeed(template, seed));
      return results.map(({ journalHash, events, commits }) => `${journalHash} ${events} ${commits}`);
    };
    const first = await hashes();
    process.env['TZ'] = 'Asia/Kathmandu';
    expect(await hashes()).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  }, 120_000);
});
