import { createRuntime } from '../src/runtime/create-runtime.ts';
import type { Runtime } from '../src/runtime/create-runtime.ts';
import type { Faults } from './faults.ts';
import { nodeDatabase } from './node-database.ts';
import type { NodeDatabaseOptions } from './node-database.ts';
import { afterInNode, newLife } from './sim-node-life.ts';
import type { NodeLife } from './sim-node-life.ts';
import { createSimNetwork } from './sim-network.ts';
import type { Template } from './template.ts';

/** A server of the run: the real runtime on simulated ports. */
export interface SimNode {
  readonly life: NodeLife;
  readonly runtime: Runtime;
}

/** The servers of a run. */
export interface Cluster {
  /** One that has not been killed (it may be paused or cut off); null when there is none at the moment. */
  any(): SimNode | null;
  /** Lets nodes be killed, paused and cut off for as long as faults strike. */
  startTrouble(): void;
  /** Everything goes well from here on. At least one node lives; which others come back is left to chance. */
  heal(): void;
}

export interface ClusterOptions extends NodeDatabaseOptions {
  readonly faults: Faults;
  readonly template: Template;
}

export const createCluster = (options: ClusterOptions): Cluster => {
  const { world, swarm, faults, template, bug } = options;
  const { random } = world;
  const network = createSimNetwork(world, faults);
  const nodes: SimNode[] = [];
  let started = 0;

  const start = (): void => {
    const life = newLife(`n${(started += 1)}`);
    const skewMs = random.between(-swarm.skewMs, swarm.skewMs);
    const clock = { nowMs: () => world.nowMs() + skewMs, after: afterInNode(world, life) };
    const runtime = createRuntime({
      database: nodeDatabase(options, life),
      clock: bug.clock?.(clock, swarm.pollMs) ?? clock,
      log: template.log.child({ node: life.name }),
      budget: swarm.budget,
      pollMs: swarm.pollMs,
      notifier: network.join(life),
      random: () => random.next(),
      historyTimeToLive: swarm.historyTimeToLive,
      compiler: template.compiler,
    });
    runtime.scheduler.start();
    nodes.push({ life, runtime });
  };
  const remove = (node: SimNode): void => {
    node.life.isDead = true;
    nodes.splice(nodes.indexOf(node), 1);
  };

  const trouble = (): void => {
    const node = random.pick(nodes.length > 0 ? nodes : [null]);
    if (node === null) return;
    const { life } = node;
    const restartLater = (): void =>
      void world.after(random.between(200, 8_000), () => nodes.length < swarm.nodes && start());
    if (faults.strikes('killed-node', 0.3)) {
      remove(node);
      restartLater();
    } else if (faults.strikes('stopped-node', 0.2)) {
      // A rolling restart: it finishes what it has and goes.
      void node.runtime.stop().then(() => {
        if (!life.isDead) remove(node);
        restartLater();
      });
    } else if (faults.strikes('paused-node', 0.4)) {
      life.pausedUntilMs = world.nowMs() + random.between(300, 12_000);
    } else if (faults.strikes('cut-node', 0.4)) {
      life.cutUntilMs = world.nowMs() + random.between(300, 8_000);
    }
  };

  for (let each = 0; each < swarm.nodes; each += 1) start();
  return {
    any: () => (nodes.length === 0 ? null : random.pick(nodes)),
    startTrouble: () => {
      const again = (): void => {
        trouble();
        world.after(random.between(300, 2_500), again);
      };
      again();
    },
    heal: () => {
      faults.end();
      for (const { life } of nodes) Object.assign(life, { pausedUntilMs: 0, cutUntilMs: 0 });
      if (nodes.length === 0) start();
      while (nodes.length < swarm.nodes && random.chance(0.5)) start();
    },
  };
};
