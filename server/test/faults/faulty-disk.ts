import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../../src/project-file.ts';
import type { ServerSettings } from '../kill/server-process.ts';

/** A fault of the disk under a database; each is told by the C program beside this file. */
export type DiskFault = 'sync' | 'full' | 'read-only';

/** A disk that fails when it is told to. */
export interface FaultyDisk {
  /** How a server gets it. */
  readonly settings: ServerSettings;
  begin(fault: DiskFault): void;
  end(fault: DiskFault): void;
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
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, projectFile('server/test/faults/faulty-disk.c'), '-ldl']);
  return {
    settings: { env: { LD_PRELOAD: library, BATON_TEST_FAULTS: folder } },
    begin: (fault) => writeFileSync(join(folder, fault), ''),
    end: (fault) => rmSync(join(folder, fault)),
    failedSyncs: () => readFileSync(join(folder, 'sync-count')).length,
    remove: () => rmSync(folder, { recursive: true }),
  };
};
