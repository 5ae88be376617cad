// @ts-check
import reactHooks from 'eslint-plugin-react-hooks';
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

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/dist/', '.cache/', 'data/', '**/test-results/', '.dependency-cruiser.cjs'],
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export by name; default exports are for configuration and lazily loaded pages.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'engine: the clock, keys and randomness are inputs',
    files: ['engine/src/**/*.ts'],
    ignores: ['engine/src/**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...engineForbiddenGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is an input.' },
        { object: 'Temporal', property: 'Now', message: 'Take `nowMs` from the inputs.' },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['node:*'], message: 'The engine runs anywhere; it imports nothing of Node.js.' },
            { regex: '^@baton/(?!engine)', message: 'The engine knows nobody.' },
          ],
        },
      ],
    },
  },
  {
    name: 'web app: rules of hooks',
    files: ['modeler/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // An effect that opens something outside of React (a worker, a draft, an editor) has to tell what it opened.
      'react-hooks/set-state-in-effect': 'off',
    },
  },
  {
    name: 'declarations of packages without types',
    files: ['**/*.d.ts'],
    // An import statement would turn the file into a module and its declarations into augmentations.
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    name: 'default exports that a tool asks for: configuration and lazily loaded pages',
    files: [
      '*.{ts,mjs}',
      '**/vite.config.ts',
      '**/*.config.{ts,mjs}',
      'modeler/src/features/**/*-page.tsx',
      'modeler/src/**/*.lazy.tsx',
      '**/*.d.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    name: 'plain scripts: no type information, output is their purpose',
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'tests look into answers whose type they state themselves',
    files: ['**/*.test.{ts,tsx}', '**/*.e2e.ts', 'modeler/e2e/**/*.ts', '**/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
