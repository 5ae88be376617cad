import { anyVariables } from '../../test/outside-world.ts';
import type { Family, FuzzCase } from '../fuzz-case.ts';
import { expressionOf } from '../feel-expression.ts';
import { mutateText } from '../mutate-text.ts';
import { shorterTexts } from '../shrink.ts';

/** Longer ones are refused before they are read. */
const maxLength = 5_000;

const expressionCase = (expression: string): FuzzCase => ({
  run: async (server) => {
    const body = JSON.stringify({ expression, variables: anyVariables });
    return (await server.send({ method: 'POST', path: '/v2/expression/evaluation', body })).problem;
  },
  *simpler() {
    for (const shorter of shorterTexts(expression)) yield expressionCase(shorter);
  },
  show: () => expression,
});

/** FEEL: expressions drawn from the grammar, a part of them with changes in their text. */
export const feelFamily = (): Family => ({
  name: 'feel',
  prepare: async () => undefined,
  make: (random) => {
    let text = expressionOf(random, random.between(1, 6));
    if (random.chance(0.4))
      for (let times = random.between(1, 4); times > 0; times -= 1) text = mutateText(text, random);
    return expressionCase(text.slice(0, maxLength) || '1');
  },
});
