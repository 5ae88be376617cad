const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The Base64 form of a text's UTF-8 bytes. RFC 4648, section 4. */
export const toBase64 = (text: string): string => {
  const bytes = utf8(text);
  const pieces: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = [bytes[index], bytes[index + 1], bytes[index + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    pieces.push(
      digit(word >> 18),
      digit(word >> 12),
      b === undefined ? '=' : digit(word >> 6),
      c === undefined ? '=' : digit(word),
    );
  }
  return pieces.join('');
};

const digit = (value: number): string => alphabet.charAt(value & 63);

/** The UTF-8 text of a Base64 form; null when it is neither. */
export const fromBase64 = (encoded: string): string | null => {
  if (encoded.length % 4 !== 0 || !/^[\d+/A-Za-z]*={0,2}$/.test(encoded)) return null;
  const padding = encoded.endsWith('==') ? 2 : encoded.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((encoded.length / 4) * 3 - padding);
  for (let index = 0, at = 0; index < encoded.length; index += 4) {
    const word =
      (valueAt(encoded, index) << 18) |
      (valueAt(encoded, index + 1) << 12) |
      (valueAt(encoded, index + 2) << 6) |
      valueAt(encoded, index + 3);
    // What is beyond the end of the bytes is padding.
    bytes[at++] = word >> 16;
    bytes[at++] = word >> 8;
    bytes[at++] = word;
  }
  return textOfUtf8(bytes);
};

const values = new Map(Array.from(alphabet, (character, value) => [character.charCodeAt(0), value]));

const valueAt = (encoded: string, index: number): number => values.get(encoded.charCodeAt(index)) ?? 0;

/** Characters that are appended at once. */
const chunk = 4_096;

/** Null when the bytes are not well-formed UTF-8: cut off, longer than needed, surrogates, beyond the last character. */
const textOfUtf8 = (bytes: Uint8Array): string | null => {
  const pieces: string[] = [];
  let codes: number[] = [];
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index++] ?? 0;
    const more = first < 0x80 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    let code = more === 0 ? first : first & (0x3f >> more);
    for (let rest = more; rest > 0; rest -= 1) {
      const byte = bytes[index++];
      if (byte === undefined || byte >> 6 !== 2) return null;
      code = (code << 6) | (byte & 0x3f);
    }
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    if (first >= 0xf8 || (first >= 0x80 && first < 0xc0) || code < (least[more] ?? 0)) return null;
    if (isSurrogate || code > 0x10ffff) return null;
    if (codes.push(code) >= chunk) {
      pieces.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  pieces.push(String.fromCodePoint(...codes));
  return pieces.join('');
};

/** The least character that needs this many bytes more. */
const least = [0, 0x80, 0x800, 0x10000];

const utf8 = (text: string): number[] => {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continued(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continued(code >> 6), continued(code));
    else bytes.push(0xf0 | (code >> 18), continued(code >> 12), continued(code >> 6), continued(code));
  }
  return bytes;
};

const continued = (code: number): number => 0x80 | (code & 63);
