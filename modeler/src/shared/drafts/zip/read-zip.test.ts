import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip, zipLimits } from './read-zip';

const zip = (files: Readonly<Record<string, Uint8Array>>) => zipSync(files, { level: 9 });
const text = strToU8('<xml/>');

describe('readZip', () => {
  it('should give the files with the folders around them, and leave out what systems put beside them', () => {
    const archive = zip({
      'Sales/Orders/a.bpmn': text,
      'b.form': text,
      '__MACOSX/Sales/._a.bpmn': text,
      'Sales/.DS_Store': text,
      '../../up.dmn': text,
    });
    const entries = readZip('x.zip', archive);
    expect(entries.map(({ folders, name }) => [...folders, name].join('|'))).toEqual([
      'Sales|Orders|a.bpmn',
      'b.form',
      'up.dmn',
    ]);
    expect(entries[0]?.bytes).toEqual(text);
  });

  it('should refuse bombs before they are unpacked', () => {
    const zeros = new Uint8Array(2 * 1024 * 1024);
    expect(() => readZip('bomb.zip', zip({ 'a.bpmn': zeros }))).toThrow(/packed more than 200 times/);
    const large = new Uint8Array(zipLimits.fileBytes + 1);
    expect(() => readZip('large.zip', zip({ 'a.bpmn': large }))).toThrow(/a\.bpmn has 11 MB/);
    const many = Object.fromEntries(Array.from({ length: zipLimits.entries + 1 }, (_, n) => [`${n}.bpmn`, text]));
    expect(() => readZip('many.zip', zip(many))).toThrow(/more than 500 files/);
    expect(() => readZip('deep.zip', zip({ [`${'d/'.repeat(10)}a.bpmn`]: text }))).toThrow(/deeper than 9/);
    expect(() => readZip('no.zip', text)).toThrow(/no\.zip is not opened: it cannot be read as a zip/);
  });

  it('should give a file that lies about its size no more room than it says', () => {
    const archive = zip({ 'a.bpmn': strToU8('x'.repeat(5000)) });
    // The size that the directory at the end tells, which is what is asked for.
    const view = new DataView(archive.buffer);
    for (let at = 0; at + 4 <= archive.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    for (const { bytes } of readZip('liar.zip', archive)) expect(bytes.length).toBeLessThanOrEqual(10);
  });
});
