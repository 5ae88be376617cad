// @ts-check
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow, fingerprint, isFresh, writeStamp } from './fingerprint.mjs';
import { isBuildInput } from './packages.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-fingerprint-'));
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  mkdirSync(join(folder, 'src', 'node_modules'), { recursive: true });
  writeFileSync(join(folder, 'src', 'a.ts'), 'one');
  writeFileSync(join(folder, 'src', 'deep', 'b.ts'), 'two');
  writeFileSync(join(folder, 'src', 'node_modules', 'c.ts'), 'three');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('fingerprint', () => {
  it('should find files in order and leave out what is installed', () => {
    expect(filesBelow(join(folder, 'src'))).toEqual([join(folder, 'src', 'a.ts'), join(folder, 'src', 'deep', 'b.ts')]);
    expect(filesBelow(join(folder, 'src', 'a.ts'))).toEqual([join(folder, 'src', 'a.ts')]);
    expect(filesBelow(join(folder, 'missing'))).toEqual([]);
  });

  it('should stay the same when only times change', () => {
    const before = fingerprint(folder, ['src']);
    utimesSync(join(folder, 'src', 'a.ts'), new Date(0), new Date(0));
    expect(fingerprint(folder, ['src'])).toBe(before);
  });

  it('should change with a content, a name and a word', () => {
    const before = fingerprint(folder, ['src']);
    expect(fingerprint(folder, ['src'], { words: ['v20'] })).not.toBe(before);
    writeFileSync(join(folder, 'src', 'a.ts'), 'One');
    const after = fingerprint(folder, ['src']);
    expect(after).not.toBe(before);
    writeFileSync(join(folder, 'src', 'new.ts'), '');
    expect(fingerprint(folder, ['src'])).not.toBe(after);
  });

  it('should not change with a test', () => {
    const before = fingerprint(folder, ['src'], { accept: isBuildInput });
    writeFileSync(join(folder, 'src', 'a.test.ts'), 'test');
    expect(fingerprint(folder, ['src'], { accept: isBuildInput })).toBe(before);
  });

  it('should be stale until the stamp is written', () => {
    const stamp = join(folder, 'dist', '.stamp');
    expect(isFresh(stamp, 'x')).toBe(false);
    writeStamp(stamp, 'x');
    expect(isFresh(stamp, 'x')).toBe(true);
    expect(isFresh(stamp, 'y')).toBe(false);
  });
});
