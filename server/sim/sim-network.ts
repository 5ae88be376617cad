import type { Notice, Notifier } from '../src/runtime/notifier.ts';
import type { Faults } from './faults.ts';
import { afterInNode } from './sim-node-life.ts';
import type { NodeLife } from './sim-node-life.ts';
import type { World } from './world.ts';

/** Carries notices between the nodes of a run, or does not. */
export interface SimNetwork {
  join(life: NodeLife): Notifier;
}

export const createSimNetwork = (world: World, faults: Faults): SimNetwork => {
  const members = new Map<NodeLife, (notice: Notice) => void>();
  const carry = (life: NodeLife, listener: (notice: Notice) => void, notice: Notice): void => {
    if (faults.strikes('lost-notice', 0.3)) return;
    const ms = faults.strikes('late-notice', 0.2) ? world.random.between(500, 8_000) : world.random.between(0, 5);
    afterInNode(world, life)(ms, () => listener(notice));
  };
  return {
    join: (life) => ({
      publish: (notice) => {
        for (const [other, listener] of members) {
          if (other === life || other.isDead) continue;
          carry(other, listener, notice);
          if (faults.strikes('doubled-notice', 0.2)) carry(other, listener, notice);
        }
      },
      subscribe: (listener) => void members.set(life, listener),
    }),
  };
};
