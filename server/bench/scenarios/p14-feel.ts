import { compileExpression } from '@baton/engine';
import { evaluate } from 'feelin';
import { cpuRate } from '../cpu-rate.ts';
import { ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

const source = 'amount > 1000 and status = "open"';

/** A condition of an everyday process, with 200 variables around that it does not name. */
export const p14: Scenario = {
  id: 'P14',
  title: 'FEEL condition among 200 variables',
  run: async ({ isQuick }) => {
    const variables: Record<string, string | number> = { amount: 2_000, status: 'open' };
    for (let index = 0; index < 200; index += 1) variables[`other${index}`] = index;
    const compiled = compileExpression(source, 'feel');
    if (!compiled.ok) throw new Error(compiled.error);
    const seconds = isQuick ? 0.5 : 2;
    const thousand = await cpuRate(seconds, () => {
      for (let each = 0; each < 1_000; each += 1) compiled.value.evaluate((name) => variables[name], 1);
    });
    const figure = await cpuRate(seconds, () => void evaluate(source, variables));
    const other = { name: 'feelin.evaluate', figure };
    return [
      ratioOf('condition', thousand * 1_000, 'evaluations per CPU second', other, { atLeast: 20 }, { atLeast: 100 }),
    ];
  },
};
