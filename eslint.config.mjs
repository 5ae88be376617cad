// @ts-check
// What keeps the engine pure. Everything else is checked by oxlint (.oxlintrc.json), which knows the types and takes a tenth of the time; it has no
// rule for chosen pieces of syntax and none with look-arounds (docs/decisions/0019-two-linters-two-compilers.md).
import tseslint from 'typescript-eslint';

/** The engine is a function of its inputs; these would let the outside world in. Names, and what to do instead. */
const engineForbiddenGlobals = [
  ['Date', 'Take `nowMs` from the inputs; calendars go through temporal-polyfill.'],
  ['performance', 'Take `nowMs` from the inputs.'],
  ['setTimeout', 'Answer a due time; the server owns the clock.'],
  ['setInterval', 'Answer a due time; the server owns the clock.'],
  ['setImmediate', 'The engine is synchronous.'],
  ['queueMicrotask', 'The engine is synchronous.'],
  ['process', 'Settings are inputs.'],
  ['crypto', 'Keys and randomness are inputs.'],
  ['console', 'The engine answers records; the server logs.'],
  ['fetch', 'Work for the outside leaves as an effect.'],
  ['Buffer', 'Use Uint8Array and TextEncoder.'],
  ['require', 'Import instead.'],
  ['globalThis', 'It would be a way around the other rules.'],
].map(([name, message]) => ({ name, message }));

export default tseslint.config({
  name: 'engine: the clock, keys and randomness are inputs',
  files: ['engine/src/**/*.ts'],
  ignores: ['engine/src/**/*.test.ts'],
  extends: [tseslint.configs.base],
  // Comments that switch a rule off are for oxlint, whose rules are not known here.
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  rules: {
    'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
    'no-restricted-globals': ['error', ...engineForbiddenGlobals],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Randomness is an input.' },
      { object: 'Temporal', property: 'Now', message: 'Take `nowMs` from the inputs.' },
    ],
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['node:*'], message: 'The engine runs anywhere; it imports nothing of Node.js.' },
          { regex: '^@baton/(?!engine)', message: 'The engine knows nobody.' },
        ],
      },
    ],
  },
});
