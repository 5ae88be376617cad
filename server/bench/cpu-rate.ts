/**
 * How often something can be done in a second of processor time; other programs on the machine do not count.
 * It is warmed up first, so that the compiler of the runtime has seen it.
 *
 * @param seconds processor time to measure over
 * @param once does it, once
 */
export const cpuRate = async (seconds: number, once: () => void | Promise<void>): Promise<number> => {
  const warmUntil = cpuSeconds() + Math.min(1, seconds / 3);
  do await once();
  while (cpuSeconds() < warmUntil);
  const from = cpuSeconds();
  let rounds = 0;
  do {
    await once();
    rounds += 1;
  } while (cpuSeconds() - from < seconds);
  return rounds / (cpuSeconds() - from);
};

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
