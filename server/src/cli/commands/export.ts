import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Database } from '../../store/database.ts';
import { withDatabase } from '../own-database.ts';
import { startProgress } from '../progress.ts';
import type { World } from '../world.ts';

interface ExportOptions {
  readonly output?: string;
  readonly process?: string;
}

const description = `Writes one JSON object per line: every process instance in the order of their keys, or every journal entry, instance by instance, with its command and
records as the API shows them. Reads the database that the settings of the server name; nothing is changed, and the server may run.`;

/** `baton export <journal|instances>`: lines of JSON from the database itself. */
export const exportCommand = (program: Command, world: World): void =>
  void program
    .command('export')
    .summary('write the journal or the instances as lines of JSON')
    .description(description.replaceAll('\n', ' '))
    .addArgument(program.createArgument('<what>', 'what to write').choices(['journal', 'instances']))
    .option('-o, --output <file>', 'a new file (default: standard output)')
    .option('-p, --process <id>', 'only of this process')
    .action(async (what: 'journal' | 'instances', _options: unknown, command: Command) => {
      const { output, process: processId = null } = command.optsWithGlobals<ExportOptions>();
      await withDatabase(world, async (database) => {
        const target = output === undefined ? world.out : await openFile(output);
        const progress = startProgress(world.out.isTerminal && output === undefined ? null : world.err);
        let count = 0;
        for await (const line of linesOf(what, database, processId)) {
          if (world.signal.aborted) break;
          target.write(`${JSON.stringify(line)}\n`);
          progress.show(`${(count += 1)} lines …`);
          await target.drained();
        }
        progress.end();
        if ('close' in target) await target.close();
        world.signal.throwIfAborted();
        world.err.write(`${count} lines written.\n`);
      });
    });

async function* linesOf(what: 'journal' | 'instances', database: Database, processId: string | null): AsyncGenerator {
  const [{ everyInstance, everyJournalEntry }, { processInstanceAnswer }, { publicRecord }] = await Promise.all([
    import('../../store/searches/every-row.ts'),
    import('../../api/process-instance-answer.ts'),
    import('../../api/public-record.ts'),
  ]);
  if (what === 'instances') {
    for await (const row of everyInstance(database, processId)) yield processInstanceAnswer(row);
    return;
  }
  for await (const row of everyJournalEntry(database, processId))
    yield {
      processInstanceKey: String(row.process_instance_key),
      seq: row.seq,
      at: new Date(row.at_ms).toISOString(),
      command: publicRecord(JSON.parse(row.command)),
      records: publicRecord(JSON.parse(row.records)),
    };
}

/** A new file, which nobody else can read: it holds what people have put into their processes. */
const openFile = async (name: string) => {
  const file = createWriteStream(name, { flags: 'wx', mode: 0o600 });
  await once(file, 'open');
  return {
    write: (text: string) => void file.write(text),
    drained: async () => {
      if (file.writableNeedDrain) await once(file, 'drain');
    },
    close: async () => {
      file.end();
      await finished(file);
    },
  };
};
