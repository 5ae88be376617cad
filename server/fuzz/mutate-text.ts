import type { Random } from '../sim/random.ts';
import { hostileText } from './hostile.ts';

/** Changes a text at one place: cuts, repeats, swaps, inserts. */
export const mutateText = (text: string, random: Random): string => {
  const from = random.between(0, text.length);
  const to = Math.min(text.length, from + random.pick([1, 2, 5, 20, 200]));
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (random.between(0, 5)) {
    case 0:
      return before + after;
    case 1:
      return before + part.repeat(random.pick([2, 3, 50])) + after;
    case 2:
      return before + hostileText(random) + after;
    case 3:
      return before + String.fromCharCode(random.pick([0, 9, 34, 38, 39, 60, 62, 92, 0x85, 0xd800, 0xfffe])) + after;
    case 4:
      return before;
    default:
      return before + [...part].reverse().join('') + after;
  }
};
