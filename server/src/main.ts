#!/usr/bin/env node
import { runCommandLine } from './cli/command-line.ts';
import { ownWorld } from './cli/own-world.ts';

const over = new AbortController();
// The server listens for itself, and ends in its own time.
process.once('SIGINT', () => over.abort());
// Whoever reads has had enough (`baton search … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2), ownWorld(over.signal));
