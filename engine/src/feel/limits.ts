/** What an expression may ask for; the docs are made from this. */
export const feelLimits = {
  length: { value: 20_000, what: 'characters of an expression in a model (5,000 when it is only tried)' },
  brackets: { value: 150, what: 'brackets in brackets' },
  height: { value: 1_000, what: 'operations in operations, such as the terms of one sum' },
  steps: {
    value: 400_000,
    what: 'steps of one evaluation: about one per element of a list and operation, some hundred per temporal value',
  },
  depth: { value: 1_500, what: 'nested operations over all functions that call each other' },
  text: { value: 1_000_000, what: 'characters of a text that is built' },
  result: { value: 1_000_000, what: 'parts of a result' },
  pattern: { value: 1_000, what: 'characters of a regular expression' },
  repetitions: { value: 2_000, what: 'repetitions that a regular expression counts, such as `a{500}`' },
} as const;
