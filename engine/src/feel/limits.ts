/** What an expression may ask for; the docs are made from this. */
export const feelLimits = {
  length: { value: 8_000, what: 'characters of an expression in a model (5,000 when it is only tried)' },
  brackets: { value: 150, what: 'brackets in brackets' },
  entries: { value: 250, what: 'entries of a context that is written in an expression' },
  members: { value: 1_000, what: 'members of a list, or tests of a cell, that are written in an expression' },
  height: { value: 1_000, what: 'operations in operations, such as the terms of one sum' },
  steps: {
    value: 300_000,
    what: 'steps of one evaluation: about one per element of a list and operation, some hundred per temporal value',
  },
  depth: {
    value: 1_500,
    what: 'nested operations over all functions that call each other, and a quarter of it for values in values',
  },
  text: { value: 1_000_000, what: 'characters of a text that is built' },
  result: { value: 1_000_000, what: 'parts of a result' },
  pattern: { value: 1_000, what: 'characters of a regular expression' },
  parts: {
    value: 5_000,
    what: 'parts of a regular expression with its repetitions written out: some 500 for `a{500}`',
  },
} as const;
