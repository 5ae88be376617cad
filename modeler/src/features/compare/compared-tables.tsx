import { t } from '../../language/texts';
import { changeSigns } from '../../shared/diagram/diagram-marks';
import type { Change } from '../../shared/model/compare-models';
import type { ComparedColumn, ComparedTable } from '../../shared/model/describe-dmn';
import type { Comparison } from './compare-texts';
import { lineUp } from './line-up';
import classes from './compared-tables.module.css';

export interface ComparedTablesProps {
  readonly tables: Comparison['tables'];
  readonly changes: readonly Change[];
  readonly selectedId: string | null;
  readonly onSelect: (elementId: string) => void;
}

/** A cell of both tables: one text where they say the same. */
function Cell({ before, after }: { readonly before: string | undefined; readonly after: string | undefined }) {
  if (before === after || before === undefined || after === undefined)
    return <td className={classes['cell']}>{after ?? before}</td>;
  return (
    <td className={classes['cell']} data-change="changed">
      <del>{before === '' ? '–' : before}</del> <ins>{after === '' ? '–' : after}</ins>
    </td>
  );
}

function TableInBoth(props: {
  readonly name: string;
  readonly before: ComparedTable | undefined;
  readonly after: ComparedTable | undefined;
  readonly kindOf: (id: string) => Change['kind'] | undefined;
  readonly selectedId: string | null;
  readonly onSelect: (elementId: string) => void;
}) {
  const { name, before, after, kindOf, selectedId, onSelect } = props;
  const columns: readonly ComparedColumn[] = lineUp(before?.columns ?? [], after?.columns ?? []).map(
    ({ before: old, after: now }) => (now ?? old) as ComparedColumn,
  );
  const rules = lineUp(before?.rules ?? [], after?.rules ?? []);
  return (
    <section className={classes['table']} aria-label={name}>
      <h3>
        {name} <span className={classes['policy']}>{(after ?? before)?.hitPolicy.toLowerCase()}</span>
      </h3>
      <div className={classes['wide']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('Rule')}</th>
              {columns.map(({ id, label, kind }) => (
                <th key={id} scope="col" data-change={kindOf(id)}>
                  <span className={classes['kind']}>{kind === 'input' ? t('When') : t('Then')}</span> {label}
                </th>
              ))}
              <th scope="col">{t('Annotation')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ before: old, after: now }, index) => {
              const id = (now ?? old)?.id ?? String(index);
              const kind = old === undefined ? 'added' : now === undefined ? 'removed' : undefined;
              return (
                <tr key={id} data-change={kind} aria-current={id === selectedId} onClick={() => onSelect(id)}>
                  <th scope="row">{kind === undefined ? index + 1 : changeSigns[kind]}</th>
                  {columns.map((column) => (
                    <Cell key={column.id} before={old?.cells.get(column.id)} after={now?.cells.get(column.id)} />
                  ))}
                  <Cell before={old?.annotation} after={now?.annotation} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The decision tables of both models, each once, with the rules and cells that differ. */
export function ComparedTables({ tables, changes, selectedId, onSelect }: ComparedTablesProps) {
  const [left, right] = tables;
  const kinds = new Map(changes.map(({ id, kind }) => [id, kind]));
  const both = lineUp(
    left.map((table) => ({ ...table, id: table.decisionId })),
    right.map((table) => ({ ...table, id: table.decisionId })),
  );
  return (
    <div className={classes['tables']}>
      {both.map(({ before, after }) => (
        <TableInBoth
          key={(after ?? before)?.decisionId}
          name={(after ?? before)?.decisionName ?? ''}
          before={before}
          after={after}
          kindOf={(id) => kinds.get(id)}
          selectedId={selectedId}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}
