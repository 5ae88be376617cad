import type { Command } from 'commander';
import { all } from '../all.ts';
import { connect } from '../connect.ts';
import type { GlobalOptions } from '../connect.ts';
import { group, role } from '../containers.ts';
import type { Container } from '../containers.ts';
import { UsageError } from '../exit-code.ts';
import { printList } from '../print-list.ts';
import { tellDone } from '../tell-done.ts';
import { collect } from '../variables.ts';
import type { World } from '../world.ts';

interface NamedOptions extends GlobalOptions {
  readonly name?: string;
  readonly description?: string;
}
/** The members that a command is about, by the option that named them. */
type MemberOptions = GlobalOptions & Readonly<Record<string, readonly string[] | undefined>>;

const containerCommand =
  (container: Container) =>
  (program: Command, world: World): void => {
    const { noun, description, members } = container;
    const types = Object.keys(members);
    const top = program.command(noun).summary(`administer ${noun}s`).description(description);

    top
      .command('list')
      .description(`Lists ${noun}s.`)
      .action(async (_options: unknown, command: Command) => {
        const options = command.optsWithGlobals<GlobalOptions>();
        const items = await all(container.list(connect(world, options).identity));
        printList(world, options, `${noun}s`, items, [
          ['id', ({ id }) => id],
          ['name', ({ name }) => name],
          ['description', (each) => each.description],
        ]);
      });

    top
      .command('create')
      .description(`Adds a ${noun}.`)
      .argument('<id>', 'how it is named in permissions')
      .option('--name <name>', 'how people call it (default: its id)')
      .option('--description <text>', 'what it is for')
      .action(async (id: string, _options: unknown, command: Command) => {
        const options = command.optsWithGlobals<NamedOptions>();
        const { name = id, description: about = null } = options;
        await container.create(connect(world, options).identity, { id, name, description: about });
        tellDone(world, options, `Added ${noun} ${id}.`, { added: id });
      });

    top
      .command('delete')
      .description(`Removes a ${noun} with its memberships and what was granted to it.`)
      .argument('<id>', 'which')
      .action(async (id: string, _options: unknown, command: Command) => {
        const options = command.optsWithGlobals<GlobalOptions>();
        await container.remove(connect(world, options).identity, id);
        tellDone(world, options, `Removed ${noun} ${id}.`, { removed: id });
      });

    top
      .command('members')
      .description(`Lists who is in a ${noun}.`)
      .argument('<id>', 'which')
      .action(async (id: string, _options: unknown, command: Command) => {
        const options = command.optsWithGlobals<GlobalOptions>();
        const { identity } = connect(world, options);
        const found: { readonly type: string; readonly id: string }[] = [];
        for (const [type, { list }] of Object.entries(members))
          for await (const member of list(identity, id)) found.push({ type, id: member });
        printList(world, options, 'members', found, [
          ['type', ({ type }) => type],
          ['id', (member) => member.id],
        ]);
      });

    for (const verb of ['add', 'remove'] as const) {
      const change = top
        .command(verb)
        .description(verb === 'add' ? `Puts members into a ${noun}.` : `Takes members out of a ${noun}.`)
        .argument('<id>', 'which');
      for (const type of types) change.option(`--${type} <id>`, `a ${type}; may be repeated`, collect);
      change.action(async (id: string, _options: unknown, command: Command) => {
        const options = command.optsWithGlobals<MemberOptions>();
        const { identity } = connect(world, options);
        const wanted = types.flatMap((type) => (options[type] ?? []).map((member) => ({ type, id: member })));
        if (wanted.length === 0)
          throw new UsageError(`Expected who: ${types.map((type) => `--${type} <id>`).join(', ')}.`);
        for (const member of wanted) await members[member.type]?.[verb](identity, id, member.id);
        const names = wanted.map((member) => member.id).join(', ');
        const words = verb === 'add' ? `Put ${names} into ${noun} ${id}.` : `Took ${names} out of ${noun} ${id}.`;
        tellDone(world, options, words, { [noun]: id, [verb === 'add' ? 'added' : 'removed']: wanted });
      });
    }
  };

/** `baton group …` */
export const groupCommand = containerCommand(group);
/** `baton role …` */
export const roleCommand = containerCommand(role);
