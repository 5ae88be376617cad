import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text';

const bytesOf = (text: string, encoding: BufferEncoding): ArrayBuffer =>
  new Uint8Array(Buffer.from(text, encoding)).buffer;

describe('decodeText', () => {
  it('should read UTF-8, with and without a declaration', () => {
    expect(decodeText(bytesOf('{"label": "Grüße"}', 'utf8'), 'a.form')).toBe('{"label": "Grüße"}');
    const xml = '<?xml version="1.0" encoding="UTF-8"?><a n="Grüße"/>';
    expect(decodeText(bytesOf(xml, 'utf8'), 'a.bpmn')).toBe(xml);
  });

  it('should read the encoding that the file declares and declare UTF-8 from then on', () => {
    const xml = "<?xml version='1.0' encoding='ISO-8859-1' standalone='yes'?><a n='Grüße'/>";
    expect(decodeText(bytesOf(xml, 'latin1'), 'a.bpmn')).toBe(xml.replace('ISO-8859-1', 'UTF-8'));
  });

  it('should read UTF-16 by its byte order mark', () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><a n="Grüße"/>';
    expect(decodeText(bytesOf(`\ufeff${xml}`, 'utf16le'), 'a.bpmn')).toBe(xml.replace('UTF-16', 'UTF-8'));
  });

  it.each([
    ['bytes that are no UTF-8', bytesOf('Grüße', 'latin1')],
    ['an encoding that nobody knows', bytesOf('<?xml version="1.0" encoding="klingon"?><a/>', 'utf8')],
  ])('should refuse %s and say what to do', (_what, bytes) => {
    expect(() => decodeText(bytes, 'a.bpmn')).toThrow(/Save it in UTF-8/);
  });
});
