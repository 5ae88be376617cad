/**
 * A marking: tokens on flows and tokens inside nodes, each colored with the scope instance that it belongs to. A token inside a node is a
 * frame; a frame of a sub-process is itself the color of the tokens within. Markings are copied before they change.
 */
export interface Frame {
  readonly id: number;
  /** The node it is inside of; the net's id for the outermost. */
  readonly node: string;
  /** The frame around it; 0 for the outermost. */
  readonly parent: number;
  /** Boundary events and event sub-processes that have fired for good. */
  readonly spent: readonly string[];
  /** An interrupting event sub-process has begun: no other one can. */
  readonly closed: boolean;
  readonly incident: Stop | null;
  readonly variables: Readonly<Record<string, number>>;
  /** What was completed in it and can be undone, the oldest first. */
  readonly done: readonly Done[];
  /** It waits for these to be undone, the next one first; null when it does not undo anything. */
  readonly undo: Undo | null;
  /** Multi-instance: the frame around the single ones. */
  readonly body: Body | null;
  /** A handler: the frame that waits for it. */
  readonly undoes: number | null;
}

/** Why a token cannot go on by itself. */
export type Stop = 'no-flow' | 'uncaught' | 'job';

export interface Body {
  readonly started: number;
  readonly completed: number;
  readonly count: number;
}

export interface Undo {
  readonly owner: number;
  readonly queue: readonly Done[];
}

/** One completion that can be undone: by a handler, or by undoing what was completed inside. */
export interface Done {
  readonly activity: string;
  readonly handler: string | null;
  readonly inner: readonly Done[];
  /** Its own variables as they were: what is undone inside of it sees them again. Clause 10.7. */
  readonly variables: Readonly<Record<string, number>>;
}

export interface Marking {
  frames: readonly Frame[];
  flows: readonly { readonly flow: string; readonly scope: number }[];
  next: number;
  outcome: 'active' | 'completed' | 'terminated';
}

export const copyMarking = (marking: Marking): Marking => ({ ...marking });

export const frameOf = (marking: Marking, id: number): Frame => {
  const found = marking.frames.find((frame) => frame.id === id);
  if (!found) throw new Error(`The marking has no frame ${id}.`);
  return found;
};

export const hasFrame = (marking: Marking, id: number): boolean => marking.frames.some((frame) => frame.id === id);

export const childrenOf = (marking: Marking, id: number): readonly Frame[] =>
  marking.frames.filter((frame) => frame.parent === id);

export const addFrame = (marking: Marking, node: string, parent: number, more: Partial<Frame> = {}): Frame => {
  const frame: Frame = {
    id: marking.next,
    node,
    parent,
    spent: [],
    closed: false,
    incident: null,
    variables: {},
    done: [],
    undo: null,
    body: null,
    undoes: null,
    ...more,
  };
  marking.next += 1;
  marking.frames = [...marking.frames, frame];
  return frame;
};

export const change = (marking: Marking, id: number, changes: Partial<Frame>): void => {
  marking.frames = marking.frames.map((frame) => (frame.id === id ? { ...frame, ...changes } : frame));
};

export const putToken = (marking: Marking, flow: string, scope: number): void => {
  marking.flows = [...marking.flows, { flow, scope }];
};

/** Takes the oldest token from that flow. */
export const takeToken = (marking: Marking, flow: string, scope: number): void => {
  const at = marking.flows.findIndex((token) => token.flow === flow && token.scope === scope);
  if (at < 0) throw new Error(`No token on ${flow} in scope ${scope}.`);
  marking.flows = marking.flows.filter((_, index) => index !== at);
};

/** Takes away what lives in a frame, and the frame itself unless only its inside is meant. */
export const kill = (marking: Marking, id: number, insideOnly = false): void => {
  const dead = new Set([id]);
  // Frames are in the order of their making: what is inside comes behind what is around.
  for (const frame of marking.frames) if (dead.has(frame.parent)) dead.add(frame.id);
  marking.flows = marking.flows.filter((token) => !dead.has(token.scope));
  if (insideOnly) dead.delete(id);
  marking.frames = marking.frames.filter((frame) => !dead.has(frame.id));
};

export const readVariable = (marking: Marking, scope: number, name: string): number => {
  for (let id = scope; id !== 0;) {
    const frame = frameOf(marking, id);
    const value = frame.variables[name];
    if (value !== undefined) return value;
    id = frame.parent;
  }
  throw new Error(`No variable ${name}.`);
};

/** Sets a variable in the nearest scope that has it. All variables exist in the outermost one from the beginning. */
export const writeVariable = (marking: Marking, scope: number, name: string, value: number): void => {
  for (let id = scope; id !== 0;) {
    const frame = frameOf(marking, id);
    if (frame.parent === 0 || frame.variables[name] !== undefined) {
      change(marking, id, { variables: { ...frame.variables, [name]: value } });
      return;
    }
    id = frame.parent;
  }
};

/** One text for each marking, whatever the numbers of its frames are. */
export const keyOf = (marking: Marking): string => {
  const tokens = new Map<number, string[]>();
  for (const token of marking.flows) tokens.set(token.scope, [...(tokens.get(token.scope) ?? []), token.flow]);
  const text = (frame: Frame): string => {
    const inside = childrenOf(marking, frame.id).map(text).sort().join('');
    const on = (tokens.get(frame.id) ?? []).sort().join(',');
    const waits = frame.undo
      ? JSON.stringify([frame.undo.queue, marking.frames.some((f) => f.undoes === frame.id)])
      : '';
    const data = [
      frame.spent,
      frame.closed,
      frame.incident,
      frame.variables,
      frame.done,
      frame.body,
      frame.undoes !== null,
    ];
    return `(${frame.node}${JSON.stringify(data)}${waits}<${on}>${inside})`;
  };
  return marking.outcome + childrenOf(marking, 0).map(text).join('');
};
