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
  const bytes: string[] = [];
  let word = 0;
  let bits = 0;
  for (const character of encoded.replaceAll('=', '')) {
    word = ((word << 6) | alphabet.indexOf(character)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(`%${((word >> bits) & 255).toString(16).padStart(2, '0')}`);
    }
  }
  try {
    return decodeURIComponent(bytes.join(''));
  } catch {
    return null;
  }
};

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
