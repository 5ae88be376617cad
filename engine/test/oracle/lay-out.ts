import type { Block, Guard, Sub, Times } from './blocks.ts';
import { nameFlows, type Condition, type Net, type NetEvent, type NetNode, type NodeKind } from './net.ts';

/** Makes a net of blocks. The same blocks always give the same net, with the same ids. */

/** Elements of one model; what is beyond becomes a user task. */
const defaultMaxNodes = 32;

interface Drawing {
  readonly nodes: NetNode[];
  readonly flows: { id: string; from: string; to: string; when: Condition }[];
  readonly counts: Map<string, number>;
  /** Undoable activities of each scope so far. */
  readonly undoable: Map<string, string[]>;
  readonly maxNodes: number;
}

/** Where a block stands: some things make no sense, or have no agreed meaning, in some places. */
interface Place {
  readonly scope: string;
  /** What happens here may be cut off in a way that leaves open what can still be undone. */
  readonly undo: boolean;
}

const none: NetEvent = { kind: 'none' };

export const layOut = (block: Block, subs: readonly Sub[] = [], maxNodes = defaultMaxNodes): Net => {
  const drawing: Drawing = { nodes: [], flows: [], counts: new Map(), undoable: new Map(), maxNodes };
  const place = { scope: 'p', undo: subs.length === 0 && !endsEarly(block) };
  fill(drawing, place, block);
  for (const sub of distinct(subs)) addSub(drawing, place, sub);
  return nameFlows({ id: 'p', nodes: drawing.nodes, flows: drawing.flows });
};

const add = (
  drawing: Drawing,
  kind: NodeKind,
  scope: string,
  more: Partial<NetNode> = {},
  name: string = kind,
): string => {
  const count = (drawing.counts.get(name) ?? 0) + 1;
  drawing.counts.set(name, count);
  const id = `${name.replace(/\W/g, '_')}${count}`;
  drawing.nodes.push({ id, kind, scope, event: none, ...more });
  return id;
};

const connect = (drawing: Drawing, from: string, to: string, when: Condition = null): void =>
  void drawing.flows.push({ id: '', from, to, when });

/** Start, block, end. */
const fill = (drawing: Drawing, place: Place, block: Block, start: Partial<NetNode> = {}): void => {
  const begin = add(drawing, 'start', place.scope, start);
  const last = add(drawing, 'end', place.scope);
  draw(drawing, place, block, begin, last);
};

/** Whether something in this scope (not in the scopes inside of it) ends it before its tokens do. */
const endsEarly = (block: Block): boolean => {
  switch (block.kind) {
    case 'maybe-end':
      return block.by !== 'none';
    case 'sequence':
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
    case 'split':
    case 'race':
      return block.blocks.some(endsEarly);
    case 'loop':
      return endsEarly(block.block);
    case 'guarded':
    case 'transaction':
    case 'scope':
      return block.guards.some((guard) => endsEarly(guard.block));
    default:
      return false;
  }
};

const single = (drawing: Drawing, id: string, from: string, to: string, when: Condition): void => {
  connect(drawing, from, id, when);
  connect(drawing, id, to);
};

const multi = (times: Times): Partial<NetNode> => (times === null ? {} : { multi: times });

/** Draws a block between two nodes; `when` is the condition of the flow into it. */
const draw = (
  drawing: Drawing,
  place: Place,
  wanted: Block,
  from: string,
  to: string,
  when: Condition = null,
): void => {
  const block: Block = drawing.nodes.length > drawing.maxNodes ? { kind: 'user' } : wanted;
  const { scope } = place;
  switch (block.kind) {
    case 'pass':
      return single(drawing, add(drawing, 'task', scope), from, to, when);
    case 'user':
    case 'service':
    case 'receive':
      return single(drawing, add(drawing, block.kind, scope), from, to, when);
    case 'timer':
    case 'message':
      return single(drawing, add(drawing, 'catch', scope, { event: { kind: block.kind } }, block.kind), from, to, when);
    case 'script': {
      const script = { variable: 'v', factor: block.factor, plus: block.plus };
      return single(drawing, add(drawing, 'script', scope, { script }), from, to, when);
    }
    case 'link': {
      const name = `l${drawing.nodes.length}`;
      connect(drawing, from, add(drawing, 'throw', scope, { event: { kind: 'link', name } }, 'jump'), when);
      connect(drawing, add(drawing, 'catch', scope, { event: { kind: 'link', name } }, 'land'), to);
      return;
    }
    case 'sequence': {
      const stops = block.blocks.slice(1).map(() => add(drawing, 'task', scope, {}, 'between'));
      const ends = [from, ...stops, to];
      block.blocks.forEach((each, index) =>
        draw(drawing, place, each, ends[index] ?? from, ends[index + 1] ?? to, index === 0 ? when : null),
      );
      return;
    }
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
    case 'split':
      return drawBranches(drawing, place, block.kind, block.blocks, from, to, when);
    case 'loop': {
      const variable = `c${(drawing.counts.get('again') ?? 0) + 1}`;
      const merge = add(drawing, 'exclusive', scope, {}, 'merge');
      const count = add(drawing, 'script', scope, { script: { variable, factor: 1, plus: 1 } }, 'count');
      const again = add(drawing, 'exclusive', scope, {}, 'again');
      connect(drawing, from, merge, when);
      draw(drawing, place, block.block, merge, count);
      connect(drawing, count, again);
      connect(drawing, again, merge, { variable, test: '<', value: block.times });
      connect(drawing, again, to, 'default');
      return;
    }
    case 'race': {
      const gateway = add(drawing, 'event-gateway', scope, {}, 'race');
      const met = add(drawing, 'exclusive', scope, {}, 'met');
      connect(drawing, from, gateway, when);
      block.blocks.forEach((each, index) => {
        const event: NetEvent = { kind: index === 0 ? 'timer' : 'message' };
        const target =
          index > 0 && block.receives
            ? add(drawing, 'receive', scope)
            : add(drawing, 'catch', scope, { event }, event.kind);
        connect(drawing, gateway, target);
        draw(drawing, place, each, target, met);
      });
      connect(drawing, met, to);
      return;
    }
    case 'guarded': {
      const id = add(drawing, block.what, scope, multi(block.multi));
      connect(drawing, from, id, when);
      return drawGuards(drawing, place, id, block.what === 'user' ? noErrors(block.guards) : block.guards, to);
    }
    case 'scope': {
      const id = add(
        drawing,
        'sub-process',
        scope,
        {
          ...multi(block.multi),
          ...(block.local ? { local: 0 } : {}),
        },
        'sub',
      );
      const subs = distinct(block.subs);
      const inside = { scope: id, undo: place.undo && subs.length === 0 && !endsEarly(block.block) };
      connect(drawing, from, id, when);
      fill(drawing, inside, block.block);
      for (const sub of subs) addSub(drawing, inside, sub);
      return drawGuards(drawing, place, id, block.guards, to);
    }
    case 'transaction': {
      const id = add(drawing, 'transaction', scope);
      const inside = { scope: id, undo: place.undo && !endsEarly(block.block) };
      connect(drawing, from, id, when);
      const begin = add(drawing, 'start', id);
      const choice = add(drawing, 'exclusive', id, {}, 'cancel');
      draw(drawing, inside, block.block, begin, choice);
      connect(drawing, choice, add(drawing, 'end', id, { event: { kind: 'cancel' } }), {
        variable: 'n',
        test: '=',
        value: 2,
      });
      connect(drawing, choice, add(drawing, 'end', id), 'default');
      const exit = add(
        drawing,
        'boundary',
        scope,
        { event: { kind: 'cancel' }, host: id, interrupting: true },
        'canceled',
      );
      connect(drawing, exit, add(drawing, 'end', scope));
      return drawGuards(
        drawing,
        place,
        id,
        block.guards.filter((guard) => guard.by === 'error'),
        to,
      );
    }
    case 'escalate': {
      const event: NetEvent = { kind: 'escalation', code: block.code };
      return single(drawing, add(drawing, 'throw', scope, { event }, 'escalate'), from, to, when);
    }
    case 'maybe-end': {
      const choice = add(drawing, 'exclusive', scope, {}, 'maybe');
      const event: NetEvent =
        block.by === 'error' || block.by === 'escalation' ? { kind: block.by, code: block.code } : { kind: block.by };
      connect(drawing, from, choice, when);
      connect(drawing, choice, add(drawing, 'end', scope, { event }, block.by), {
        variable: 'n',
        test: block.by === 'error' ? '>=' : '=',
        value: 1,
      });
      connect(drawing, choice, to, 'default');
      return;
    }
    case 'undoable': {
      const kind = block.what === 'pass' ? 'task' : block.what;
      if (!place.undo) return single(drawing, add(drawing, kind, scope), from, to, when);
      const id = add(drawing, kind, scope, multi(block.multi));
      const script = { variable: 'v', factor: 3, plus: (drawing.counts.get('undo') ?? 0) + 1 };
      const more = block.handler === 'script' ? { script } : {};
      const handler = add(drawing, block.handler, scope, { isHandler: true, ...more }, 'undo');
      add(
        drawing,
        'boundary',
        scope,
        { event: { kind: 'compensation', of: null }, host: id, handler, interrupting: true },
        'undone',
      );
      drawing.undoable.set(scope, [...(drawing.undoable.get(scope) ?? []), id]);
      return single(drawing, id, from, to, when);
    }
    case 'undo': {
      const of = block.one ? (drawing.undoable.get(scope)?.[0] ?? null) : null;
      if (!place.undo) return single(drawing, add(drawing, 'task', scope), from, to, when);
      const event: NetEvent = { kind: 'compensation', of };
      if (!block.ends) return single(drawing, add(drawing, 'throw', scope, { event }, 'compensate'), from, to, when);
      const choice = add(drawing, 'exclusive', scope, {}, 'maybe');
      connect(drawing, from, choice, when);
      connect(drawing, choice, add(drawing, 'end', scope, { event }, 'compensate'), {
        variable: 'n',
        test: '>=',
        value: 1,
      });
      connect(drawing, choice, to, 'default');
      return;
    }
  }
};

const drawBranches = (
  drawing: Drawing,
  place: Place,
  kind: 'exclusive' | 'parallel' | 'inclusive' | 'split',
  blocks: readonly Block[],
  from: string,
  to: string,
  when: Condition,
): void => {
  const { scope } = place;
  // An implicit split leaves a task by several flows; its tokens meet in a join or go on one by one.
  const split =
    kind === 'split' ? add(drawing, 'task', scope, {}, 'fork') : add(drawing, kind, scope, {}, `${kind}_split`);
  const join =
    kind === 'split' ? add(drawing, 'task', scope, {}, 'merge_task') : add(drawing, kind, scope, {}, `${kind}_join`);
  connect(drawing, from, split, when);
  blocks.forEach((block, index) => {
    const isLast = index === blocks.length - 1;
    const condition: Condition =
      kind === 'parallel' || kind === 'split'
        ? null
        : isLast
          ? 'default'
          : { variable: 'n', test: kind === 'inclusive' ? '>=' : '=', value: index + (kind === 'inclusive' ? 1 : 0) };
    draw(drawing, place, block, split, join, condition);
  });
  connect(drawing, join, to);
};

/** Handlers that could both match at one place are refused at deployment. */
const distinct = <T extends { readonly by: string; readonly code: string | null }>(
  handlers: readonly T[],
): readonly T[] => {
  const seen = new Set<string>();
  return handlers.filter(({ by, code }) => {
    if (by !== 'error' && by !== 'escalation') return true;
    const key = `${by} ${code ?? '*'}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const noErrors = (guards: readonly Guard[]): readonly Guard[] =>
  guards.filter(({ by }) => by === 'timer' || by === 'message');

/** Boundary events: the token of an interrupting one takes the place of the activity's, that of another one ends by itself. */
const drawGuards = (drawing: Drawing, place: Place, host: string, guards: readonly Guard[], to: string): void => {
  const isTask = drawing.nodes.some((node) => node.id === host && node.kind !== 'sub-process');
  const allowed = distinct(isTask ? guards.filter(({ by }) => by !== 'escalation') : guards);
  const after = allowed.length === 0 ? to : add(drawing, 'exclusive', place.scope, {}, 'met');
  if (after !== to) connect(drawing, after, to);
  connect(drawing, host, after);
  for (const guard of allowed) {
    const interrupting = guard.by === 'error' || guard.interrupting;
    const event: NetEvent =
      guard.by === 'error' || guard.by === 'escalation' ? { kind: guard.by, code: guard.code } : { kind: guard.by };
    const id = add(drawing, 'boundary', place.scope, { event, host, interrupting }, `on_${guard.by}`);
    draw(drawing, place, guard.block, id, interrupting ? after : add(drawing, 'end', place.scope, {}, 'reminded'));
  }
};

const addSub = (drawing: Drawing, place: Place, sub: Sub): void => {
  if (drawing.nodes.length > drawing.maxNodes) return;
  const id = add(drawing, 'event-sub-process', place.scope, {}, 'handle');
  const event: NetEvent =
    sub.by === 'error' || sub.by === 'escalation' ? { kind: sub.by, code: sub.code } : { kind: sub.by };
  fill(drawing, { scope: id, undo: false }, sub.block, { event, interrupting: sub.by === 'error' || sub.interrupting });
};
