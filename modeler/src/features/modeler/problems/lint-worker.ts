import { Linter } from '@camunda/linting';
import { withExecutionPlatform } from './execution-platform';

/** What the page asks for; the answer carries the same `run`. */
export interface LintRequest {
  readonly run: number;
  readonly xml: string;
}

const linter = new Linter({ modeler: 'web', type: 'cloud' });

// Linting walks the whole model several times; beside the page it never delays a drag.
self.addEventListener('message', ({ data }: MessageEvent<LintRequest>) => {
  linter.lint(withExecutionPlatform(data.xml)).then(
    (reports) => self.postMessage({ run: data.run, reports: structured(reports) }),
    // A model that cannot be read is the engine's to report; the linter has nothing to add.
    () => self.postMessage({ run: data.run, reports: [] }),
  );
});

/** Reports may refer to model objects, which cannot cross to the page. */
function structured(reports: Awaited<ReturnType<Linter['lint']>>) {
  return reports.map(({ id, message, category, rule, path, propertiesPanel }) => ({
    id,
    message,
    category,
    rule,
    ...(path === undefined ? {} : { path }),
    ...(propertiesPanel === undefined ? {} : { propertiesPanel: { entryIds: [...propertiesPanel.entryIds] } }),
  }));
}
