/**
 * The fields of one side of an operation. A field of its own fields names them, one level deep; `null` says nothing of what is inside.
 * Written in the table as `name* other{inner inner}*`: `*` for what is always there, braces for the fields inside.
 */
export type Shape = ReadonlyMap<string, ReadonlySet<string> | null>;

/** What the table says of a request: its bodies (of several, one is sent), and its parameters in the query. */
export interface ExpectedRequest {
  readonly bodies: readonly Shape[];
  readonly query: readonly string[];
}

const field = /([\w.$]+)(?:\[\])?(?:\{([^}]*)\})?\*?/g;

const shapeOf = (text: string): Shape =>
  new Map(
    [...text.matchAll(field)].map(([, name, inner]) => [
      name!,
      inner === undefined ? null : new Set(inner.replace('field:', '').split(/[\s/]+/)),
    ]),
  );

/** Reads the column `request`. */
export const readRequest = (text: string): ExpectedRequest => {
  const query = [...text.matchAll(/\?([\w&]+)/g)].flatMap(([, names]) => names!.split('&'));
  const body = text
    .replace('[body optional]', '')
    .replace('multipart/form-data:', '')
    .replaceAll(/\?[\w&]+/g, '')
    .trim();
  return {
    query,
    bodies: body === '-' || body === '' || body === '{}' ? [] : body.split(' | ').map((each) => shapeOf(each)),
  };
};

/** Reads the column `answer`: the fields by status, null where the answer is no object of JSON. */
export const readAnswers = (text: string): ReadonlyMap<string, Shape | null> =>
  new Map(
    text.split(' || ').map((each) => {
      const [, status, rest] = /^(\d+) ?(.*)$/.exec(each) ?? [];
      const isObject = rest !== '(no body)' && !/^(\[|text\/|application\/|string)/.test(rest ?? '');
      return [status!, isObject ? shapeOf(rest ?? '') : null];
    }),
  );
