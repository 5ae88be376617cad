import type { DmnElement, DmnView } from 'dmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import { tryDecision, type TriedRow } from '../../../api/decision-trials';
import { t } from '../../../language/texts';
import { useStoredState } from '../../../shared/browser/use-stored-state';
import { IconButton } from '../../../ui/icon-button';
import { HiddenText } from '../../../ui/hidden-text';
import { IconPlus, IconX } from '../../../ui/icons';
import { neededVariables } from './needed-variables';
import { trialVariables } from './trial-value';
import classes from './dmn-editor.module.css';

/** Milliseconds of silence before the rows are tried anew. */
const trialDelayMs = 350;

type Rows = readonly Readonly<Record<string, string>>[];

export interface TryPanelProps {
  readonly draftId: string;
  readonly xml: string;
  readonly definitions: DmnElement;
  /** What the editor shows: the decision that is tried, if it is one. */
  readonly shown: DmnView | null;
  /** Hears the rules of the table that matched in the chosen row. */
  readonly onLit: (ruleIds: readonly string[]) => void;
}

interface Tried {
  readonly rows: readonly TriedRow[];
  readonly problem: string | null;
}

/** Rows of values that a decision is tried with while it is edited: what comes out, and the rules that matched. */
export function TryPanel({ draftId, xml, definitions, shown, onLit }: TryPanelProps) {
  const decisions = (definitions.drgElement ?? []).filter(({ $type }) => $type === 'dmn:Decision');
  const fromView = shown?.element.$type === 'dmn:Decision' ? shown.element.id : undefined;
  const [chosen, setChosen] = useState<string>();
  const decisionId = fromView ?? decisions.find(({ id }) => id === chosen)?.id ?? decisions[0]?.id;
  const [rows, setRows] = useStoredState<Rows>(`baton.dmn.rows.${draftId}`, firstRows);
  const [at, setAt] = useState(0);
  const [tried, setTried] = useState<Tried>({ rows: [], problem: null });
  // Looked up at every turn: the editor changes the definitions where they are, and they are small.
  const names = decisionId === undefined ? [] : neededVariables(definitions, decisionId);

  useEffect(() => {
    if (decisionId === undefined) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      tryDecision(xml, decisionId, rows.map(trialVariables), abort.signal).then(
        ({ problems, rows: outcomes }) => setTried({ rows: outcomes, problem: problems[0]?.message ?? null }),
        (error: unknown) => {
          if (!abort.signal.aborted)
            setTried({ rows: [], problem: error instanceof Error ? error.message : String(error) });
        },
      );
    }, trialDelayMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [xml, decisionId, rows]);

  const lit =
    tried.rows[at]?.decisions.flatMap(({ matchedRules }) => matchedRules.map(({ ruleId }) => ruleId)).join(' ') ?? '';
  useEffect(() => {
    onLit(lit === '' ? [] : lit.split(' '));
    return () => onLit([]);
  }, [lit, onLit]);

  if (decisionId === undefined)
    return (
      <p className={classes['hint']}>{t('Draw a decision; here it can be tried with values before it is deployed.')}</p>
    );
  const problem = tried.problem ?? tried.rows[at]?.failure?.message ?? null;
  const change = (row: number, name: string, typed: string) =>
    setRows(rows.map((each, index) => (index === row ? { ...each, [name]: typed } : each)));
  const remove = (row: number) => {
    setRows(rows.filter((_each, index) => index !== row));
    setAt(0);
  };
  return (
    <section className={classes['try']} aria-label={t('Try the decision')}>
      <header>
        <h2>{t('Try')}</h2>
        {fromView === undefined ? (
          <select
            aria-label={t('Decision to try')}
            value={decisionId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {decisions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name ?? id}
              </option>
            ))}
          </select>
        ) : (
          <span>{shown?.name ?? decisionId}</span>
        )}
      </header>
      {problem !== null && (
        <p className={classes['problem']} role="status">
          {problem}
        </p>
      )}
      <div className={classes['scroll']}>
        <table>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col">{t('Result')}</th>
              <th scope="col">{t('Rules')}</th>
              <th>
                <HiddenText>{t('Remove')}</HiddenText>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index} aria-selected={index === at} onFocus={() => setAt(index)} onClick={() => setAt(index)}>
                {names.map((name) => (
                  <td key={name}>
                    <input
                      aria-label={t('{{name}}, row {{row}}', { name, row: index + 1 })}
                      value={row[name] ?? ''}
                      placeholder="null"
                      onChange={(event) => change(index, name, event.target.value)}
                    />
                  </td>
                ))}
                <Outcome row={tried.rows[index]} decisionId={decisionId} />
                <td>
                  <IconButton
                    label={t('Remove row {{row}}', { row: index + 1 })}
                    size="sm"
                    disabled={rows.length === 1}
                    onClick={() => remove(index)}
                  >
                    <IconX size={13} />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <button type="button" className={classes['add']} onClick={() => setRows([...rows, { ...rows.at(-1) }])}>
          <IconPlus size={13} aria-hidden /> {t('Add a row')}
        </button>
      </div>
      <p className={classes['hint']}>
        {t(
          'Numbers, true, false and JSON are taken as such, anything else as text. The rules that match in the chosen row are lit in the table.',
        )}
      </p>
    </section>
  );
}

const firstRows: Rows = [{}];

function Outcome({ row, decisionId }: { readonly row: TriedRow | undefined; readonly decisionId: string }) {
  if (row === undefined)
    return (
      <>
        <td className={classes['result']}>…</td>
        <td />
      </>
    );
  if (row.failure !== null)
    return (
      <td className={classes['failed']} colSpan={2} title={row.failure.message}>
        {t('failed')}
      </td>
    );
  const own = row.decisions.find((each) => each.decisionId === decisionId);
  return (
    <>
      <td className={classes['result']}>{JSON.stringify(row.output)}</td>
      <td>{own?.matchedRules.map(({ ruleIndex }) => ruleIndex).join(', ')}</td>
    </>
  );
}
