import type { DmnView } from 'dmn-js/lib/Modeler';
import { useEffect, useMemo, useState } from 'react';
import { checkTable, type TableCheck } from './analysis/check-table';
import { tableOf } from './analysis/table-of';
import classes from './dmn-editor.module.css';

export interface CheckPanelProps {
  /** What the editor shows. */
  readonly shown: DmnView | null;
  /** Counts up with every edit: the table is changed where it is. */
  readonly changes: number;
  /** Hears the rules and cells that a finding is about. */
  readonly onLit: (ids: readonly string[]) => void;
}

/** One line of the panel. */
interface Finding {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** Rules and cells to light. */
  readonly ids: readonly string[];
}

function findingsOf(check: TableCheck, labels: readonly string[]): readonly Finding[] {
  const words = (values: readonly string[]): string =>
    values
      .map((value, index) => (value === '-' ? '' : `${labels[index] ?? ''}: ${value}`))
      .filter((part) => part !== '')
      .join(' · ') || 'any values';
  return [
    ...check.overlaps.map(({ ruleIds, rules, values }) => ({
      key: `overlap ${ruleIds.join(' ')}`,
      title: `Rules ${rules[0]} and ${rules[1]} match the same`,
      detail: words(values),
      ids: ruleIds,
    })),
    ...check.gaps.map((values) => ({
      key: `gap ${values.join(' | ')}`,
      title: 'No rule matches',
      detail: words(values),
      ids: [],
    })),
    ...check.unknown.map(({ cellId, rule }) => ({
      key: `unknown ${cellId}`,
      title: `Rule ${rule} cannot be analysed`,
      detail:
        'This cell is more than values, comparisons and intervals. What its rule matches is not known, and it is left out.',
      ids: [cellId],
    })),
  ];
}

/** Gaps and overlaps of the table that is shown, found anew with every edit. A click lights the rules. */
export function CheckPanel({ shown, changes, onLit }: CheckPanelProps) {
  const [chosen, setChosen] = useState<string>();
  const checked = useMemo(() => {
    const table = shown === null ? null : tableOf(shown.element);
    if (table === null) return null;
    const check = checkTable(table);
    return {
      table,
      check,
      findings: findingsOf(
        check,
        table.inputs.map(({ label }) => label),
      ),
    };
    // The definitions are changed in place; `changes` tells when.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shown, changes]);
  const lit = checked?.findings.find(({ key }) => key === chosen)?.ids.join(' ') ?? '';
  useEffect(() => {
    onLit(lit === '' ? [] : lit.split(' '));
    return () => onLit([]);
  }, [lit, onLit]);

  if (checked === null)
    return <p className={classes['hint']}>Open a decision table; here gaps and overlaps of its rules are listed.</p>;
  const { check, findings, table } = checked;
  return (
    <section className={classes['try']} aria-label="Check of the table">
      <header>
        <h2>Check</h2>
        <span>{shown?.name ?? shown?.element.id}</span>
      </header>
      {findings.length === 0 && !check.hasMoreGaps ? (
        <p className={classes['hint']}>
          {table.rules.length === 0
            ? 'The table has no rules yet.'
            : 'Every value is matched, and no two rules contradict each other.'}
        </p>
      ) : (
        <ul className={classes['findings']}>
          {findings.map(({ key, title, detail }) => (
            <li key={key}>
              <button
                type="button"
                aria-pressed={key === chosen}
                onClick={() => setChosen(key === chosen ? undefined : key)}
              >
                <strong>{title}</strong>
                <span>{detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {(check.hasMoreGaps || check.hasMoreOverlaps) && (
        <p className={classes['hint']}>There is more of it: the first findings are shown, or the table is too large.</p>
      )}
      <p className={classes['hint']}>
        Found by comparing intervals and sets, not by trying values. Inputs that are null are not considered. Overlaps
        count where the hit policy is unique, or any with different outputs.
      </p>
    </section>
  );
}
