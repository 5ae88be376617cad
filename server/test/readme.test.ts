import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './test-server.ts';

const root = join(import.meta.dirname, '..', '..');
const address = 'http://localhost:8080';

/**
 * Does what the shell would do with `cd` and `curl`, for machines that have neither: words in quotes, `-F name=@file`, `-H`, `-d`. Throws on
 * anything else and when an answer is not 200.
 */
const runShell = async (text: string): Promise<void> => {
  let folder = root;
  for (const line of text.replaceAll('\\\n', ' ').trim().split('\n')) {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
    const [command, ...rest] = words;
    if (command === 'cd') folder = join(folder, rest[0] ?? '');
    else if (command === 'curl') await curl(rest, folder);
    else throw new Error(`Expected cd or curl, found ${line}.`);
  }
};

const curl = async (words: readonly string[], folder: string): Promise<void> => {
  const form = new FormData();
  const init: RequestInit = { method: 'POST' };
  let url = '';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = word.startsWith('-') ? (words[(at += 1)] ?? '') : '';
    if (word === '-F') {
      const [, name = '', file = ''] = /^(\w+)=@(.+)$/.exec(value) ?? [];
      form.append(name, new Blob([new Uint8Array(readFileSync(join(folder, file)))]), file);
      init.body = form;
    } else if (word === '-d') init.body = value;
    else if (word === '-H') init.headers = { [value.split(': ')[0] ?? '']: value.split(': ')[1] ?? '' };
    else if (word.startsWith('http')) url = word;
    else throw new Error(`Expected -F, -d, -H or an address, found ${word}.`);
  }
  const answer = await fetch(url, init);
  expect(answer.status, await answer.text()).toBe(200);
};

/** The README is followed to the letter, on another port. */
describe('the worked example of the README', () => {
  let server: TestServer;
  let readme: string;
  let folder: string;

  beforeAll(async () => {
    server = await startTestServer();
    readme = (await readFile(join(root, 'README.md'), 'utf8')).replaceAll(address, server.address);
    folder = await mkdtemp(join(tmpdir(), 'baton-readme-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const block = (language: string): string => {
    const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
    if (found === undefined) throw new Error(`Expected a ${language} block in README.md.`);
    return found;
  };

  const createdJobs = async (type: string): Promise<number> =>
    (
      (await server.post('/v2/jobs/search', { filter: { type, state: 'CREATED' } })).body as {
        page: { totalItems: number };
      }
    ).page.totalItems;

  it('should deploy, start, and be served by the worker', async () => {
    await runShell(block('sh'));
    expect(await createdJobs('charge-card')).toBe(1);

    const worker = join(folder, 'worker.mjs');
    await writeFile(worker, block('js'));
    const running = spawn(process.execPath, [worker], { stdio: ['ignore', 'pipe', 'inherit'] });
    const line = await new Promise<string>((resolve) =>
      running.stdout.once('data', (chunk: Buffer) => resolve(String(chunk))),
    );
    expect(line).toContain('charging 129.5 for order A-17');
    await expect.poll(() => createdJobs('pick-goods'), { timeout: 5_000 }).toBe(1);
    running.kill();
  });

  it('should list every setting that the server reads', async () => {
    const files = await Promise.all(
      ['config.ts', 'access-config.ts'].map((name) => readFile(join(root, 'server', 'src', name), 'utf8')),
    );
    const read = new Set(files.join('').match(/\b(?:PORT|BATON_[A-Z_]+)(?=: (?:z|url|onOff)\b)/g) ?? []);
    expect(read.size).toBeGreaterThan(20);
    const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
    for (const name of read)
      expect(
        rows.some((row) => row.includes(`\`${name}\``)),
        name,
      ).toBe(true);
  });

  it('should name files and pages that are there', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    const missing = links.filter((link) => !existsSync(join(root, link)));
    expect(missing).toEqual([]);
  });

  it('should have docs that name only files and folders that are there', () => {
    const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    expect(pages.length).toBeGreaterThan(10);
    const missing = pages.flatMap((page) => {
      const text = readFileSync(join(root, 'docs', page), 'utf8');
      const links = [...text.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) =>
        join(root, 'docs', page, '..', match[1] ?? ''),
      );
      const named = [...text.matchAll(/`((?:engine|server|modeler|fixtures|scripts)\/[\w./-]+)`/g)].map((match) =>
        join(root, match[1] ?? ''),
      );
      return [...links, ...named].filter((path) => !existsSync(path)).map((path) => `${page}: ${path}`);
    });
    expect(missing).toEqual([]);
  });
});
