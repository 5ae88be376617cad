import { describe, expect, it } from 'vitest';
import { mentionAt, withMention } from './mention-at';

describe('a mention that is being typed', () => {
  it.each([
    ['@', { start: 0, part: '' }],
    ['Ask @mi', { start: 4, part: 'mi' }],
    ['(@mia.b', { start: 1, part: 'mia.b' }],
    ['mail@mi', null],
    ['@mia ', null],
    ['@@', null],
    ['nobody', null],
  ])('should be found at the end of %j', (text, found) => {
    expect(mentionAt(text, text.length)).toEqual(found);
  });

  it('should be looked for before the caret only', () => {
    expect(mentionAt('Ask @mi and so on', 7)).toEqual({ start: 4, part: 'mi' });
  });

  it('should be replaced with one blank behind it', () => {
    expect(withMention('Ask @mi', { start: 4, part: 'mi' }, 'mia')).toEqual({ text: 'Ask @mia ', caret: 9 });
    expect(withMention('Ask @mi now', { start: 4, part: 'mi' }, 'mia')).toEqual({ text: 'Ask @mia now', caret: 9 });
  });
});
