import { describe, expect, it } from 'vitest';
import { compileBpmn, lifecycle, problemCodes } from '../../src/index.ts';
import { expectPage, table } from '../docs-page.ts';
import { fixture } from '../fixture.ts';
import { coverageRows } from './rows.ts';

describe('coverage', () => {
  const running = coverageRows.map((row) => [`${row.family}: ${row.construct}`, row.fixture] as const);
  it.each(running)('should execute %s', async (_name, name) => {
    expect((await compileBpmn(fixture(name))).ok).toBe(true);
  });

  it('should be what the docs say', () => {
    const rows = coverageRows.map(({ family, construct, clause, fixture: name, difference }) => [
      family,
      construct,
      'yes',
      `[${name}](../fixtures/bpmn/${name}.bpmn)`,
      clause,
      difference,
    ]);
    const head = ['Family', 'Construct', 'Executes', 'Fixture', 'Clause or extension', 'Difference to Camunda 8'];
    expectPage(
      'coverage.md',
      `# What Baton executes\n\nMade from \`engine/test/coverage/rows.ts\` by \`npm run docs\`; a test keeps it true. Clauses are those of OMG formal/13-12-09 (BPMN 2.0.2). What is\nnot executed is refused at deployment by element id and name, never skipped. All of it can be drawn and edited in the modeler.\n\n${rows.length} of ${coverageRows.length} rows execute.\n\n${table(head, rows)}\n`,
    );
  });
});

describe('reference pages', () => {
  it('should list every problem code', () => {
    const rows = Object.entries(problemCodes).map(([code, meaning]) => [`\`${code}\``, meaning]);
    expectPage(
      'problems.md',
      `# Problems of a model\n\nA model that cannot be executed is refused with all of its problems at once. Each has the id of its element, one of these codes, and a\nsentence that says what was expected, what was found and what to do. Made by \`npm run docs\`.\n\n${table(['Code', 'Meaning'], rows)}\n`,
    );
  });

  it('should show the lifecycle of an element instance', () => {
    const rows = Object.entries(lifecycle).map(([record, { from, to, meaning }]) => [
      `\`${record}\``,
      from.join(', '),
      to,
      meaning,
    ]);
    expectPage(
      'lifecycle.md',
      `# The life of an element instance\n\nEvery legal transition, by the journal record that makes it. The engine refuses any other. Made from \`engine/src/lifecycle.ts\` by\n\`npm run docs\`.\n\n${table(['Record', 'From', 'To', 'Meaning'], rows)}\n`,
    );
  });
});
