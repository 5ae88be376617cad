/** Up to this length the machine's own search stays linear enough, and it is many times as fast. */
const shortPart = 64;
/** How many comparisons of its own search are too few to notice. */
const fewComparisons = 1_000_000;

/**
 * Where a text has a part, from an index on; -1 for nowhere. Always in linear time: the search of the machine compares nearly the whole part at
 * each place of a text such as `aaaa…`, which takes seconds for parts of some thousand characters (Knuth, Morris and Pratt do not).
 */
export const positionOf = (text: string, part: string, from = 0): number =>
  part.length <= shortPart || part.length * (text.length - from) <= fewComparisons
    ? text.indexOf(part, from)
    : linearPosition(text, part, from);

const linearPosition = (text: string, part: string, from: number): number => {
  const borders = bordersOf(part);
  let matched = 0;
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    while (matched > 0 && part.charCodeAt(matched) !== code) matched = borders[matched - 1] ?? 0;
    if (part.charCodeAt(matched) === code) matched += 1;
    if (matched === part.length) return index - matched + 1;
  }
  return -1;
};

/** For each prefix of the part the length of the longest shorter one that it also ends with. */
const bordersOf = (part: string): Int32Array => {
  const borders = new Int32Array(part.length);
  let matched = 0;
  for (let index = 1; index < part.length; index += 1) {
    const code = part.charCodeAt(index);
    while (matched > 0 && part.charCodeAt(matched) !== code) matched = borders[matched - 1] ?? 0;
    if (part.charCodeAt(matched) === code) matched += 1;
    borders[index] = matched;
  }
  return borders;
};
