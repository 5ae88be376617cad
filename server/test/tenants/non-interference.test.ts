import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/verify.ts';
import { dialects } from '../test-runtime.ts';
import { allSeen, anyDeed, deedOf, deployAll, normalized } from './tenant-deeds.ts';
import { startTenantServer } from './tenant-server.ts';
import type { Member } from './tenant-server.ts';

/** What one does, and after each of it how much of what the other does. */
const twoAtWork = fc.record({
  own: fc.array(anyDeed, { minLength: 10, maxLength: 20 }),
  other: fc.array(fc.array(anyDeed, { minLength: 1, maxLength: 3 }), { minLength: 20, maxLength: 20 }),
});
type Work = typeof twoAtWork extends fc.Arbitrary<infer W> ? W : never;

/** Everything that somebody is told and sees at last, with what the other one does in between; null: nobody. */
const experienceOf = async (me: Member, other: Member | null, work: Work): Promise<string> => {
  if (other !== null) await deployAll(other);
  const told: unknown[] = [await deployAll(me)];
  for (const [index, deed] of work.own.entries()) {
    told.push(await deedOf(deed)(me));
    if (other !== null) for (const each of work.other[index] ?? []) await deedOf(each)(other);
  }
  return normalized([told, await allSeen(me)], me.tenantId);
};

describe.each(dialects)('somebody in a tenant, on %s', (dialect) => {
  // Each run is some hundred requests; a lookup that forgets the tenant is mostly found by the first.
  const numRuns = dialect === 'sqlite' ? 3 : 2;

  it('F50: should be told and see the same, whatever others do in another one under the same names', async () => {
    const server = await startTenantServer(dialect);
    let run = 0;
    try {
      const property = fc.asyncProperty(twoAtWork, async (work) => {
        run += 1;
        // Names of one length, so that what is cut at a length is cut at the same place.
        const alone = await server.addTenant(`alone${run}`);
        const beside = await server.addTenant(`besid${run}`);
        const other = await server.addTenant(`other${run}`);
        expect(await experienceOf(beside, other, work)).toBe(await experienceOf(alone, null, work));
      });
      await fc.assert(property, { numRuns, endOnFailure: true });
      expect((await verify(server.runtime.database)).violations).toEqual([]);
    } finally {
      await server.close();
    }
  }, 120_000);
});
