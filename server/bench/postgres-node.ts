import { openDurable } from './durable.ts';

/** One of several servers on one PostgreSQL: starts instances for so many seconds with 50 clients. Answers how many were acknowledged. */
export const startForSeconds = async (url: string, folder: string, seconds: number): Promise<number> => {
  const runtime = await openDurable(folder, url);
  const until = performance.now() + seconds * 1_000;
  let acknowledged = 0;
  const client = async (): Promise<void> => {
    for (; performance.now() < until; acknowledged += 1) await runtime.start('services');
  };
  await Promise.all(Array.from({ length: 50 }, client));
  await runtime.close();
  return acknowledged;
};
