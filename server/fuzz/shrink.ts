/** How often a smaller input is tried before the smallest so far is shown. */
const maxTries = 300;

/** The smallest input found that still fails. `simpler` gives smaller ones, the boldest first; `fails` runs one. */
export const shrink = async <Input>(
  input: Input,
  simpler: (input: Input) => Iterable<Input>,
  fails: (input: Input) => Promise<boolean>,
): Promise<Input> => {
  let smallest = input;
  let tries = 0;
  for (let isSmaller = true; isSmaller && tries < maxTries;) {
    isSmaller = false;
    for (const candidate of simpler(smallest)) {
      if ((tries += 1) > maxTries) break;
      if (!(await fails(candidate))) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
};

/** A text without a part of it: halves first, single characters last. */
export function* shorterTexts(text: string): Generator<string> {
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < text.length; from += size) yield text.slice(0, from) + text.slice(from + size);
}

/** A value of JSON without one of its parts, or with a shorter text in it. */
export function* smallerValues(value: unknown): Generator<unknown> {
  if (typeof value === 'string') {
    if (value.length > 0) for (const shorter of [...shorterTexts(value)].slice(0, 20)) yield shorter;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const rebuilt = (changed: readonly (readonly [string, unknown])[]): unknown =>
    Array.isArray(value) ? changed.map(([, each]): unknown => each) : Object.fromEntries(changed);
  if (entries.length > 8) {
    yield rebuilt(entries.slice(0, entries.length / 2));
    yield rebuilt(entries.slice(entries.length / 2));
  }
  for (const [at] of entries.entries()) yield rebuilt(entries.filter((_, index) => index !== at));
  for (const [at, [name, inner]] of entries.entries())
    for (const smaller of smallerValues(inner))
      yield rebuilt(entries.map((entry, index) => (index === at ? [name, smaller] : entry)));
}

/** Smaller bodies: of JSON the value shrinks, of anything else the text. */
export function* smallerBodies(body: string): Generator<string> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    yield* shorterTexts(body);
    return;
  }
  for (const smaller of smallerValues(value)) yield JSON.stringify(smaller);
}
