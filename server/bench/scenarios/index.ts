import type { Scenario } from '../scenario.ts';
import { p01 } from './p01-in-memory.ts';
import { p02 } from './p02-loop.ts';
import { p03Durable } from './p03-durable.ts';
import { p03 } from './p03-multi-instance.ts';
import { p04Cached } from './p04-cached.ts';
import { p04Million } from './p04-million.ts';
import { p05 } from './p05-one-client.ts';
import { p06 } from './p06-hundred-clients.ts';
import { p07 } from './p07-external-workers.ts';
import { p08 } from './p08-straight-through.ts';
import { p09 } from './p09-postgres.ts';
import { p10 } from './p10-many-nodes.ts';
import { p11 } from './p11-jobs.ts';
import { p12 } from './p12-start-by-http.ts';
import { p13 } from './p13-next-job.ts';
import { p14 } from './p14-feel.ts';
import { p15 } from './p15-deploy.ts';
import { p16 } from './p16-start-after-kill.ts';
import { p17 } from './p17-search.ts';

/** All scenarios, in the order of their numbers. */
export const scenarios: readonly Scenario[] = [
  p01,
  p02,
  p03,
  p03Durable,
  p04Cached,
  p04Million,
  p05,
  p06,
  p07,
  p08,
  p09,
  p10,
  p11,
  p12,
  p13,
  p14,
  p15,
  p16,
  p17,
];
