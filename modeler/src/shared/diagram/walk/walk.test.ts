import { describe, expect, it } from 'vitest';
import { walk, type WalkDirection, type WalkElement } from './walk';

type Mutable = {
  -readonly [Key in keyof WalkElement]: WalkElement[Key] extends readonly (infer Item)[] | undefined
    ? Item[]
    : WalkElement[Key];
};

/** start → split → (pay with a timer on its border | ship) → join; and a sub-process with one task. */
const root = { id: 'root', type: 'bpmn:Process', children: [] } as unknown as Mutable;
const shape = (id: string, type: string, y: number, parent: Mutable = root): Mutable => {
  const element = {
    id,
    type,
    x: 0,
    y,
    parent,
    children: [],
    attachers: [],
    incoming: [],
    outgoing: [],
  } as unknown as Mutable;
  parent.children?.push(element);
  return element;
};
const flow = (source: Mutable, target: Mutable): Mutable => {
  const element = {
    id: `${source.id}-${target.id}`,
    type: 'bpmn:SequenceFlow',
    source,
    target,
    parent: root,
  } as Mutable;
  source.outgoing?.push(element);
  target.incoming?.push(element);
  root.children?.push(element);
  return element;
};
const start = shape('start', 'bpmn:StartEvent', 50);
const split = shape('split', 'bpmn:ExclusiveGateway', 50);
const ship = shape('ship', 'bpmn:Task', 100);
const pay = shape('pay', 'bpmn:Task', 0);
const late = shape('late', 'bpmn:BoundaryEvent', 20);
late.host = pay;
pay.attachers?.push(late);
const part = shape('part', 'bpmn:SubProcess', 50);
const inner = shape('inner', 'bpmn:Task', 50, part);
flow(start, split);
const toShip = flow(split, ship);
flow(split, pay);
flow(pay, part);

describe('a walk through a diagram', () => {
  it.each<[WalkElement | null, WalkDirection, WalkElement | null]>([
    [null, 'on', start],
    [start, 'on', split],
    [split, 'on', pay],
    [pay, 'next', late],
    [late, 'next', ship],
    [ship, 'previous', late],
    [ship, 'next', null],
    [late, 'back', pay],
    [pay, 'back', split],
    [toShip, 'on', ship],
    [toShip, 'back', split],
    [part, 'into', inner],
    [inner, 'out', part],
    [part, 'out', null],
    [ship, 'on', null],
  ])('should go from %o %s', (from, direction, to) => {
    expect(walk(from, root, direction)?.id ?? null).toBe(to?.id ?? null);
  });
});
