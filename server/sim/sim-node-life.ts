import type { Clock } from '../src/runtime/clock.ts';
import type { World } from './world.ts';

/** How it stands with a node, for everything that reaches it from outside. */
export interface NodeLife {
  readonly name: string;
  /** Killed: nothing wakes it any more, and nothing of it gets out. */
  isDead: boolean;
  /** Paused, like a process that was sent SIGSTOP: what should wake it before this time wakes it then. */
  pausedUntilMs: number;
  /** The store cannot be reached from it before this time. */
  cutUntilMs: number;
}

export const newLife = (name: string): NodeLife => ({ name, isDead: false, pausedUntilMs: 0, cutUntilMs: 0 });

/** Lets something happen inside of a node: later when it is paused, never when it is dead. */
export const afterInNode =
  (world: World, life: NodeLife): Clock['after'] =>
  (ms, wake) => {
    const due = (): void => {
      if (life.isDead) return;
      const restMs = life.pausedUntilMs - world.nowMs();
      if (restMs > 0) callOff = world.after(restMs, due);
      else wake();
    };
    let callOff = world.after(ms, due);
    return () => callOff();
  };
