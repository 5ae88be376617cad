import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { connect } from '../connect.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { styled } from '../print.ts';
import { tellError } from '../tell-error.ts';
import type { World } from '../world.ts';
import { deploy } from './deploy.ts';
import type { DeployOptions } from './deploy.ts';

/** Editors write in several steps; so long after the last one a file counts as saved, milliseconds. */
const settleMs = 150;

/** `baton watch <files…>`: deploys at every save until it is told to end. */
export const watchCommand = (program: Command, world: World): void =>
  void program
    .command('watch')
    .summary('deploy files whenever they are saved')
    .description('Deploys files now and again whenever one of them is saved. Ctrl-C ends it.')
    .argument('<files...>', 'deployed together: all or none')
    .option('--tenant <id>', 'whom they are for (default: the default tenant)')
    .action(async (files: readonly string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DeployOptions>();
      const client = connect(world, options);
      const deployAll = async (): Promise<void> => {
        try {
          await deploy(world, client, options, files);
        } catch (error) {
          if (world.signal.aborted) return;
          // A wrong file is mended while this goes on; a wrong command is not.
          if (exitCodeOf(error) === exitCodes.usage) throw error;
          tellError(world, error, options.json === true);
        }
      };
      await deployAll();
      world.err.write(styled(world, world.err, 'dim', 'Watching. Ctrl-C ends it.\n'));
      await onSave(files, world.signal, deployAll);
    });

/** Calls `saved` after every save, one call at a time, until the signal aborts. */
const onSave = async (files: readonly string[], signal: AbortSignal, saved: () => Promise<void>): Promise<void> => {
  const paths = new Set(files.map((file) => resolve(file)));
  let wake = (): void => undefined;
  let isChanged = false;
  const change = (): void => {
    isChanged = true;
    wake();
  };
  // Of the folders: editors replace a file by another one, which a watch of the file itself would not see.
  const watchers = [...new Set([...paths].map(dirname))].map((folder) =>
    watch(folder, (_event, name) => {
      if (name !== null && paths.has(resolve(folder, basename(name)))) change();
    }),
  );
  signal.addEventListener('abort', () => wake());
  try {
    while (!signal.aborted) {
      if (!isChanged) await new Promise<void>((done) => (wake = done));
      if (signal.aborted) return;
      await new Promise((done) => setTimeout(done, settleMs));
      isChanged = false;
      await saved();
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
};
