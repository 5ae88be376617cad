import { describe, expect, it } from 'vitest';
import { partsOf } from './comment-parts';

const mia = { username: 'mia', name: 'Mia Berg' };
const words = (text: string) =>
  partsOf(text, [mia]).map((part) => (part.kind === 'text' ? part.text : `[${part.kind} ${part.text}]`));

describe('the parts of a comment', () => {
  it.each([
    ['nothing special\nat all', ['nothing special\nat all']],
    ['ask @mia, not @ben', ['ask ', '[mention @Mia Berg]', ', not @ben']],
    ['(@mia.)', ['(', '[mention @Mia Berg]', '.)']],
    ['mail me@mia or @mia2', ['mail me@mia or @mia2']],
    ['see https://example.org/a?b=1.', ['see ', '[link https://example.org/a?b=1]', '.']],
    ['(https://example.org/a_(b))', ['(', '[link https://example.org/a_(b)]', ')']],
    ['javascript:alert(1) ftp://example.org', ['javascript:alert(1) ftp://example.org']],
    ['https://', ['https://']],
  ])('should be told apart: %j', (text, parts) => {
    expect(words(text)).toEqual(parts);
  });

  it('should together be the text', () => {
    const text = 'a @ben https://example.org, b\n<img src=x>';
    expect(
      partsOf(text, [mia])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
