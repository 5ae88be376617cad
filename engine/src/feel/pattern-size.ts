/** What a pattern asks of the engine before it reads a text. */
export interface PatternSize {
  /** Parts of the pattern with all its repetitions written out: some 500 for `a{500}`. An upper bound of the engine's own count. */
  readonly parts: number;
  /** Classes such as `\p{L}`, which stand for long tables. */
  readonly tables: number;
}

/** Quoted text, escapes, classes, repetitions, brackets and single characters. */
const token =
  /\\Q[^]*?(?:\\E|$)|\\[pP](?:\{[^}]*\}|.)?|\\[^]?|\[\^?\]?(?:\\[^]|[^\]\\])*\]?|\{(\d+)(?:,(\d*))?\}|\((?:\?[^:=!<)]*[:)=!<])?|[^]/gu;

/** More than the engine accepts. */
const mostRepetitions = 1_001;
/** Where counting ends, so that what is multiplied again and again stays a finite number. */
const mostParts = 1e9;

/** Sizes a pattern by one pass over its text, so that it can be refused before the engine writes it out. */
export const sizeOf = (pattern: string): PatternSize => {
  // The parts of each open bracket so far, and of the last piece in it: what a repetition after it multiplies.
  const open: { parts: number; last: number }[] = [];
  let here = { parts: 0, last: 0 };
  let tables = 0;
  const push = (parts: number): void => {
    here.last = Math.min(parts, mostParts);
    here.parts += here.last;
  };
  const close = (): void => {
    const inner = here.parts;
    here = open.pop() ?? { parts: 0, last: 0 };
    push(inner + 2);
  };
  for (const [text, least, most] of pattern.matchAll(token)) {
    if (least !== undefined) {
      // `x{n,m}` is m pieces, `x{n,}` n and a loop.
      const times = Math.min(Math.max(Number(least), Number(most ?? 0), 1), mostRepetitions);
      const whole = Math.min(here.last * times + times, mostParts);
      here.parts += whole - here.last;
      here.last = whole;
    } else if (text.startsWith('(') && !text.endsWith(')')) {
      open.push(here);
      here = { parts: 0, last: 0 };
    } else if (text === ')') {
      close();
    } else if (text === '*' || text === '+' || text === '?' || text === '|') {
      here.parts += 1;
      here.last += 1;
    } else {
      push(text.startsWith('\\Q') ? text.length : 1);
      tables += text.startsWith('[') ? Math.max(0, text.split(/\\[pP]/).length - 1) : /^\\[pP]/.test(text) ? 1 : 0;
    }
  }
  while (open.length > 0) close();
  return { parts: here.parts, tables };
};
