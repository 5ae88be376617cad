import { t } from '../../language/texts';

/** What a text holds as JSON, or why it does not. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      /** One sentence for people, with the place in the text. */
      readonly message: string;
      /** Offset of the mistake in the text, counted from 0. */
      readonly offset: number;
    };

function offsetOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Math.min(Number(position), text.length);
  const place = /line (\d+) column (\d+)/.exec(message);
  if (place !== null) {
    const before = text.split('\n').slice(0, Number(place[1]) - 1);
    return Math.min(before.join('\n').length + (before.length === 0 ? 0 : 1) + Number(place[2]) - 1, text.length);
  }
  return text.length;
}

/** Reads JSON as it is typed. An empty text is a mistake of its own; browsers word theirs differently, so the wording is ours. */
export function parseJson(text: string): ParsedJson {
  if (text.trim() === '') {
    return {
      ok: false,
      message: t('Expected a JSON value, found nothing. Type one, for example "text", 42, true or null.'),
      offset: 0,
    };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const offset = offsetOf(error instanceof Error ? error.message : '', text);
    const before = text.slice(0, offset).split('\n');
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
    const found = text[offset];
    return {
      ok: false,
      message:
        found === undefined
          ? t('Not valid JSON at line {{line}}, column {{column}}: the end of the text was not expected there.', place)
          : t('Not valid JSON at line {{line}}, column {{column}}: “{{found}}” was not expected there.', {
              ...place,
              found,
            }),
      offset,
    };
  }
}

/** Like {@link parseJson}, for texts that must be an object, such as a set of variables. An empty text is the empty object. */
export function parseJsonObject(
  text: string,
):
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string } {
  if (text.trim() === '') return { ok: true, value: {} };
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) {
    return { ok: false, message: t('Expected an object with one entry per variable, for example { "amount": 120 }.') };
  }
  return { ok: true, value: parsed.value as Readonly<Record<string, unknown>> };
}

/** JSON text as people read it: indented, or as it is where it is not JSON. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
