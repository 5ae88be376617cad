import type { Random } from '../sim/random.ts';
import { hostileText, hostileValue } from './hostile.ts';
import { mutateText } from './mutate-text.ts';

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** All objects and lists of a value, itself first. */
const containersOf = (value: unknown): Container[] => {
  const found: Container[] = isContainer(value) ? [value] : [];
  for (let at = 0; at < found.length && found.length < 200; at += 1)
    found.push(...Object.values(found[at] as Container).filter(isContainer));
  return found;
};

/** Sets a property also where its name is `__proto__`. */
const put = (target: Container, name: string, value: unknown): void =>
  void Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });

const oddNames = [
  '__proto__',
  'constructor',
  'surprise',
  '',
  '$or',
  '$eq',
  'toString',
  'tenantId',
  'a.b',
  'x'.repeat(300),
];

/** Changes one thing of a value, in place. */
const changeOnce = (value: unknown, random: Random): void => {
  const containers = containersOf(value);
  if (containers.length === 0) return;
  const target = random.pick(containers);
  const names = Object.keys(target);
  const name = names.length === 0 ? null : random.pick(names);
  const kind = random.next();
  if (name === null || kind < 0.15)
    return put(target, Array.isArray(target) ? String(target.length) : random.pick(oddNames), hostileValue(random));
  if (kind < 0.3) {
    if (Array.isArray(target)) target.splice(Number(name), 1);
    else delete target[name];
    return;
  }
  const old = (target as Record<string, unknown>)[name];
  if (kind < 0.4) return put(target, name, [old, old, old]);
  if (kind < 0.5) return put(target, name, { $eq: old, $in: [old] });
  if (kind < 0.6) return put(target, name, JSON.stringify(old));
  if (kind < 0.7 && typeof old === 'string') return put(target, name, mutateText(old, random));
  if (kind < 0.75) return put(target, name, hostileText(random).repeat(3));
  return put(target, name, hostileValue(random));
};

/** The text of a body that is the given value with up to four changes; now and then a text that is no JSON any more, or has a name twice. */
export const mutatedBody = (value: unknown, random: Random): string => {
  const copy = structuredClone(value);
  for (let times = random.pick([0, 0, 1, 1, 2, 4]); times > 0; times -= 1) changeOnce(copy, random);
  const text = JSON.stringify(random.chance(0.02) ? hostileValue(random) : copy);
  if (random.chance(0.05)) return mutateText(text, random);
  return random.chance(0.05) ? text.replace(/^\{("[^"]*":)/, '{$1null,$1') : text;
};
