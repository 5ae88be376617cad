import type { Command } from 'commander';
import type { World } from '../world.ts';

/** `baton serve`: becomes the server, until a signal ends it. */
export const serveCommand = (program: Command, world: World): void =>
  void program
    .command('serve')
    .summary('run the server')
    .description('Runs the server; settings come from the environment (README.md lists them).')
    .action(async () => {
      // The server is loaded only by those who run it.
      const [{ pino }, { readConfig }, { serve }] = await Promise.all([
        import('pino'),
        import('../../config.ts'),
        import('../../serve.ts'),
      ]);
      const config = readConfig(world.env);
      const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
      const server = await serve(config, log);
      world.out.write(`Baton is ready on ${server.address}\n`);
      let stopping = false;
      const stop = (signal: string): void => {
        if (stopping) process.exit(1);
        stopping = true;
        log.info({ signal }, 'stopping');
        server.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            log.error({ err: error }, 'stopping failed');
            process.exit(1);
          },
        );
      };
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
    });
