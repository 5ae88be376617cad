import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../../src/project-file.ts';

/** A disk that fails when it is told to. */
export interface FaultyDisk {
  /** The environment of a server that gets it. */
  readonly env: NodeJS.ProcessEnv;
  /** A fault begins, as the C program beside this file has it; what is returned ends it. */
  begin(fault: 'sync' | 'full' | 'read-only'): () => void;
  /** How often a sync has failed. */
  failedSyncs(): number;
  remove(): void;
}

/** Whether this machine can make one: it takes the loader of Linux, and a C compiler. */
export const canFailDisks =
  process.platform === 'linux' && spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;

export const createFaultyDisk = (): FaultyDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-faults-'));
  const library = join(folder, 'faulty-disk.so');
  const source = projectFile('server/test/faults/faulty-disk.c');
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return {
    env: { LD_PRELOAD: library, BATON_TEST_FAULTS: folder },
    begin: (fault) => {
      writeFileSync(join(folder, fault), '');
      return () => rmSync(join(folder, fault));
    },
    failedSyncs: () => readFileSync(join(folder, 'sync-count')).length,
    remove: () => rmSync(folder, { recursive: true }),
  };
};
