import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as engine from '../../src/index.ts';
import { actOn, prepare, Refused } from './compare.ts';
import { startEngine, viewEngine } from './engine-side.ts';
import { structuredCase, unstructuredCase, type Case } from './models.ts';
import { choicesOf, nodesOf } from './view.ts';

/** Another seed looks at other models. */
const seed = Number(process.env.BATON_ORACLE_SEED ?? 20_261_127);
const models = Number(process.env.BATON_SOUNDNESS_MODELS ?? 150);

interface Seen {
  /** Scopes in which tokens wait for ever. */
  readonly stuck: ReadonlySet<string>;
  readonly lived: ReadonlySet<string>;
}

/** Lets the engine run a model by random choices, and notes what happens. */
const run = async (found: Case): Promise<{ readonly definition: engine.ProcessDefinition; readonly seen: Seen }> => {
  // In large steps: a model that loops without resting is given up soon.
  const pair = await prepare(engine, { ...found, budget: 1_000 });
  const stuck = new Set<string>();
  const lived = new Set<string>();
  let state = startEngine(pair.run, pair.variables);
  for (const number of found.numbers) {
    const view = viewEngine(pair.run, state);
    for (const node of nodesOf(view)) {
      lived.add(node.id);
      if (node.incident === 'UNKNOWN') stuck.add(node.id);
    }
    const choices = choicesOf(view);
    const choice = choices[number % Math.max(choices.length, 1)];
    if (choice === undefined) break;
    state = actOn(pair, state, view, choice);
  }
  return { definition: pair.run.definition, seen: { stuck, lived } };
};

/** The steps of a counterexample that the drawing does not allow: an element takes what comes to it, and sends along its own flows. */
const impossibleSteps = (
  definition: engine.ProcessDefinition,
  { steps }: engine.SoundnessFinding,
): readonly number[] => {
  const idOf = ({ flowId, elementId }: engine.TokenPlace): string => flowId ?? `to ${elementId}`;
  const isWrong = (at: number): boolean => {
    const before = new Map(steps[at - 1]?.tokens.map((place) => [idOf(place), place]));
    const after = new Map(steps[at]?.tokens.map((place) => [idOf(place), place]));
    const fired = steps[at]?.elementId;
    const taken = [...before].filter(([id, place]) => (after.get(id)?.count ?? 0) < place.count);
    const given = [...after].filter(([id, place]) => (before.get(id)?.count ?? 0) < place.count);
    return (
      taken.some(([, place]) => place.elementId !== fired) ||
      given.some(([, { flowId }]) => flowId !== null && definition.flows.get(flowId)?.sourceId !== fired)
    );
  };
  return steps.map((_step, at) => at).filter((at) => at > 0 && isWrong(at));
};

it(
  'should foresee whatever the engine gets stuck in, and call nothing dead that lives',
  { timeout: 60_000 + models * 100 },
  async () => {
    const figures = { ran: 0, sound: 0, stuck: 0, dead: 0, unfinished: 0 };
    await fc.assert(
      fc.asyncProperty(fc.oneof(structuredCase, unstructuredCase), async (found) => {
        const played = await run(found).catch((error: unknown) => {
          // Models that do not compile, and those that loop without resting, have nothing to show.
          if (error instanceof Refused || /does not come to rest/.test(String(error))) return null;
          throw error;
        });
        if (played === null) return;
        const { findings, unfinishedScopeIds } = engine.checkSoundness(played.definition, 2_000);
        figures.ran += 1;
        if (findings.length === 0 && unfinishedScopeIds.length === 0) figures.sound += 1;
        if (unfinishedScopeIds.length > 0) figures.unfinished += 1;
        for (const finding of findings) expect(impossibleSteps(played.definition, finding)).toEqual([]);
        const dead = findings.filter(({ code }) => code === 'dead-element').flatMap(({ elementIds }) => elementIds);
        if (dead.length > 0) figures.dead += 1;
        expect(dead.filter((id) => played.seen.lived.has(id))).toEqual([]);
        const scopeOf = (id: string): string | null => played.definition.elements.get(id)?.scopeId ?? null;
        for (const scopeId of played.seen.stuck) {
          figures.stuck += 1;
          // Where two tokens meet the game ends, so that a join behind may starve unseen.
          const told = findings
            .filter(({ code }) => code === 'deadlock' || code === 'missing-synchronization')
            .map(({ elementId }) => scopeOf(elementId));
          expect([...told, ...unfinishedScopeIds]).toContain(scopeId);
        }
      }),
      { numRuns: models, seed },
    );
    expect(figures.ran).toBeGreaterThan(models * 0.7);
    expect(figures.stuck).toBeGreaterThan(models / 100);
    expect(figures.sound).toBeGreaterThan(models / 10);
    expect(figures.unfinished).toBeLessThan(models / 10);
  },
);
