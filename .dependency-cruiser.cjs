/**
 * Which file may import which. Dependencies point downwards: web app and server → engine; features are islands.
 * `scripts/boundaries.test.mjs` plants a violation of every rule and expects it to be found.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      // Type imports vanish when compiled and may name each other: a union of all node types must know every element's node.
      comment: 'Files that import each other cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere, or a package that no manifest names.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-product',
      comment: 'What runs for users must be a dependency, not a development dependency. Types are free.',
      severity: 'error',
      from: { path: '^(engine|client|server|modeler)/src', pathNot: '\\.(test|spec)\\.tsx?$' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only', 'npm'],
        pathNot: '^(engine|client|server|modeler|fixtures)/',
      },
    },
    {
      name: 'engine-without-node',
      comment: 'The engine is a pure function; it imports nothing of Node.js.',
      severity: 'error',
      from: { path: '^engine/src', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-knows-nobody',
      comment: 'The engine imports no other package of ours; its tests may read fixtures.',
      severity: 'error',
      from: { path: '^engine/src' },
      to: { path: '^(client|server|modeler|scripts)/' },
    },
    {
      name: 'client-stands-alone',
      comment:
        'The client library talks to the server by HTTP and runs wherever there is fetch: it imports no package and nothing of Node.js.',
      severity: 'error',
      from: { path: '^client/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^client/src/' },
    },
    {
      name: 'engine-without-fixtures',
      comment: 'Only tests of the engine read fixtures.',
      severity: 'error',
      from: { path: '^engine/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^fixtures/' },
    },
    {
      name: 'engine-by-its-front-door',
      comment: 'Import from @baton/engine, whose index.ts is the public surface.',
      severity: 'error',
      from: { pathNot: '^engine/' },
      to: { path: '^engine/', pathNot: '^engine/(src/index\\.ts|dist/index\\.js)$' },
    },
    {
      name: 'fixtures-stand-alone',
      comment: 'Fixtures are read by everybody and read nobody.',
      severity: 'error',
      from: { path: '^fixtures/', pathNot: '\\.test\\.(ts|mjs)$' },
      to: { path: '^(engine|client|server|modeler)/' },
    },
    {
      name: 'store-below-api-and-runtime',
      comment: 'The store serves the runtime and knows neither it nor HTTP.',
      severity: 'error',
      from: { path: '^server/src/store/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src/(api|runtime)/' },
    },
    {
      name: 'runtime-without-http',
      comment: 'The command pipeline is driven by HTTP, by timers and by tests alike.',
      severity: 'error',
      from: { path: '^server/src/runtime/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src/api/|(^|/)node_modules/express/' },
    },
    {
      name: 'api-writes-no-sql',
      comment:
        'The API calls the runtime and the searches of the store; no SQL, no driver, no table. Types of rows it may know.',
      severity: 'error',
      from: { path: '^server/src/api/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '(^|/)node_modules/(knex|pg|better-sqlite3)/|^server/src/store/(?!searches)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'command-line-loads-late',
      comment:
        'Commands that talk to a server start at once: what only the server needs is imported by those that are one, when they run.',
      severity: 'error',
      from: { path: '^server/src/(cli/|main\\.ts)', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^server/src/(api|runtime|store|verify)/|^server/src/(serve|verify|config)\\.ts$|^engine/',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'server-without-web-app',
      comment: 'The server sends the files of the web app; it imports none.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^modeler/' },
    },
    {
      name: 'web-app-without-server',
      comment: 'The web app talks to the server by HTTP; it may take types from it, and from the client library.',
      severity: 'error',
      from: { path: '^modeler/src', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(client|server|engine)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-are-islands',
      comment: 'A feature uses shared, api and ui, never another feature.',
      severity: 'error',
      from: { path: '^modeler/src/features/([^/]+)/' },
      to: { path: '^modeler/src/features/', pathNot: '^modeler/src/features/$1/' },
    },
    {
      name: 'app-above-features',
      comment: 'Features are put together by the app and do not reach up to it; its types are free.',
      severity: 'error',
      from: { path: '^modeler/src/features/' },
      to: { path: '^modeler/src/app/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-below-features',
      comment: 'shared, api and ui are used by features and use none.',
      severity: 'error',
      from: { path: '^modeler/src/(shared|api|ui)/' },
      to: { path: '^modeler/src/(features|app)/' },
    },
    {
      name: 'mantine-only-in-ui',
      comment: 'The widget kit can be replaced as long as only src/ui (and the provider in src/app) knows it.',
      severity: 'error',
      from: { path: '^modeler/src/', pathNot: '^modeler/src/(ui|app)/' },
      to: { path: '(^|/)node_modules/@mantine/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'import', 'module', 'browser', 'node', 'require', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
