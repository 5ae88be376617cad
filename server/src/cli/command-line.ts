import { Command, CommanderError } from 'commander';
import { packageVersion } from '../project-file.ts';
import { backupCommand } from './commands/backup.ts';
import { cancelCommand } from './commands/cancel.ts';
import { completeCommand } from './commands/complete.ts';
import { completionCommand } from './commands/completion.ts';
import { deployCommand } from './commands/deploy.ts';
import { exportCommand } from './commands/export.ts';
import { getCommand } from './commands/get.ts';
import { groupCommand, roleCommand } from './commands/membership.ts';
import { listCommand } from './commands/list.ts';
import { profileCommand } from './commands/profile.ts';
import { resolveCommand } from './commands/resolve.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { startCommand } from './commands/start.ts';
import { testCommand } from './commands/test.ts';
import { tokenCommand } from './commands/token.ts';
import { userCommand } from './commands/user.ts';
import { verifyCommand } from './commands/verify.ts';
import { watchCommand } from './commands/watch.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { tellError } from './tell-error.ts';
import type { World } from './world.ts';

/** Under these headings commands are listed. */
const groups = {
  'The server and its database:': [serveCommand, verifyCommand, backupCommand, exportCommand],
  'Processes:': [
    testCommand,
    deployCommand,
    watchCommand,
    startCommand,
    cancelCommand,
    completeCommand,
    resolveCommand,
  ],
  'Looking around:': [listCommand, searchCommand, getCommand],
  'Administration:': [userCommand, groupCommand, roleCommand, tokenCommand],
  'Settings:': [profileCommand, completionCommand],
} as const;

const createProgram = (world: World, end: (code: number) => void): Command => {
  const program = new Command('baton')
    .description('A BPMN process engine with modeler, tasklist and operations.')
    .version(packageVersion())
    .option('--json', 'print JSON instead of tables, errors too')
    .option('--address <url>', 'the server to talk to')
    .option('--profile <name>', 'the profile of the server to talk to')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => world.out.write(text), writeErr: (text) => world.err.write(text) })
    .showHelpAfterError('Add --help to see how it is used.')
    .exitOverride();
  for (const [heading, commands] of Object.entries(groups)) {
    program.commandsGroup(heading);
    for (const add of commands) add(program, world, end);
  }
  return program;
};

/** Runs one command, tells people or programs what came of it, and answers the exit code. */
export const runCommandLine = async (args: readonly string[], world: World): Promise<number> => {
  let code: number = exitCodes.ok;
  const program = createProgram(world, (other) => (code = other));
  try {
    // Without a word it is the server, as it always was.
    await program.parseAsync(args.length === 0 ? ['serve'] : args, { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end this way too; what was wrong is told already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (world.signal.aborted) return exitCodes.interrupted;
    tellError(world, error, args.includes('--json'));
    return exitCodeOf(error);
  }
};
