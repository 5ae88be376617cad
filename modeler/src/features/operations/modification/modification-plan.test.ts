import { describe, expect, it } from 'vitest';
import { emptyMark } from '../../../shared/diagram/diagram-marks';
import { instructionsOf, plannedMarks, withStep } from './modification-plan';

const marks = {
  elements: [
    { ...emptyMark('a'), tokens: 2, incidents: 1 },
    { ...emptyMark('b'), tokens: 1 },
  ],
  takenFlows: [],
};
const standing = (plan: Parameters<typeof plannedMarks>[1]) =>
  Object.fromEntries(plannedMarks(marks, plan).elements.map(({ elementId, tokens }) => [elementId, tokens]));

describe('the plan of a modification', () => {
  it('should take the last word about the tokens of an element', () => {
    const moved = withStep([], { kind: 'move', from: 'a', to: 'c' });
    expect(withStep(moved, { kind: 'cancel', elementId: 'a' })).toEqual([{ kind: 'cancel', elementId: 'a' }]);
    expect(withStep(moved, { kind: 'move', from: 'b', to: 'c' })).toHaveLength(2);
    expect(withStep(moved, { kind: 'move', from: 'c', to: 'c' })).toBe(moved);
    const begun = withStep(moved, { kind: 'begin', elementId: 'd' });
    expect(withStep(begun, { kind: 'begin', elementId: 'd' })).toHaveLength(3);
  });

  it('should show how tokens will stand', () => {
    expect(
      standing([
        { kind: 'move', from: 'a', to: 'b' },
        { kind: 'begin', elementId: 'c' },
      ]),
    ).toEqual({ a: 0, b: 3, c: 1 });
    // Tokens change places: each goes with those that were there before.
    expect(
      standing([
        { kind: 'move', from: 'a', to: 'b' },
        { kind: 'move', from: 'b', to: 'a' },
      ]),
    ).toEqual({ a: 1, b: 2 });
    expect(plannedMarks(marks, [{ kind: 'cancel', elementId: 'a' }]).elements[0]).toMatchObject({
      tokens: 0,
      incidents: 0,
    });
  });

  it('should set variables once, before what begins first', () => {
    expect(
      instructionsOf(
        [
          { kind: 'cancel', elementId: 'b' },
          { kind: 'move', from: 'a', to: 'c' },
          { kind: 'begin', elementId: 'd' },
        ],
        { x: 1 },
      ),
    ).toEqual({
      moveInstructions: [
        {
          sourceElementInstruction: { sourceType: 'byId', sourceElementId: 'a' },
          targetElementId: 'c',
          ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
          variableInstructions: [{ variables: { x: 1 } }],
        },
      ],
      activateInstructions: [{ elementId: 'd' }],
      terminateInstructions: [{ elementId: 'b' }],
    });
  });
});
