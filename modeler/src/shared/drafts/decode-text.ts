import { t } from '../../language/texts';

/**
 * The text of a file in the encoding that it begins with (byte order mark) or declares (`<?xml … encoding="ISO-8859-1"?>`), UTF-8 otherwise.
 * Drafts are kept in UTF-8, so the declaration is changed to that. Throws a sentence for people when the bytes do not fit.
 */
export function decodeText(bytes: ArrayBuffer, name: string): string {
  const encoding = encodingOf(new Uint8Array(bytes));
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(
      t('Expected {{name}} to be text in {{encoding}}, found something else. Save it in UTF-8 and open it again.', {
        name,
        encoding,
      }),
    );
  }
  return text.replace(declaration, (_all, before: string, after: string) => `${before}UTF-8${after}`);
}

/** An XML declaration with an encoding; what stands before and behind the name. */
const declaration = /^(\s*<\?xml[^>]*?\bencoding\s*=\s*["'])[A-Za-z0-9._-]+(["'][^>]*\?>)/;

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // The declaration itself is plain ASCII in every other encoding that XML tools write.
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1] ?? 'utf-8';
}
