import type { Command } from 'commander';
import { completionScript, shells } from '../completion-script.ts';
import type { Shell } from '../completion-script.ts';
import type { World } from '../world.ts';

const help = `
Examples:
  baton completion bash > ~/.local/share/bash-completion/completions/baton
  baton completion zsh > "\${fpath[1]}/_baton"
  baton completion fish > ~/.config/fish/completions/baton.fish`;

/** `baton completion <shell>`: what the shell needs to complete commands. */
export const completionCommand = (program: Command, world: World): void =>
  void program
    .command('completion')
    .summary('print what a shell needs to complete commands')
    .description('Prints a script for your shell that completes commands, options and kinds.')
    .addArgument(program.createArgument('<shell>', 'yours').choices(shells))
    .addHelpText('after', help)
    .action((shell: Shell) => world.out.write(completionScript(program, shell)));
