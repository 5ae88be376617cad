import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../language/texts';
import { changeSigns, changeWords } from '../../shared/diagram/diagram-marks';
import { typeInWords } from '../../shared/diagram/element-words';
import { pathInWords } from '../../shared/model/path-words';
import { EmptyState } from '../../ui/empty-state';
import { IconCircleCheck } from '../../ui/icons';
import { SegmentedControl } from '../../ui/segmented-control';
import type { Change, ChangeKind, PropertyChange } from '../../shared/model/compare-models';
import classes from './change-list.module.css';

export interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly selectedId: string | null;
  readonly onSelect: (elementId: string) => void;
}

const kinds = ['added', 'removed', 'changed', 'moved'] as const;

function Properties({ properties }: { readonly properties: readonly PropertyChange[] }) {
  return (
    <table className={classes['properties']}>
      <tbody>
        {properties.map(({ path, before, after }) => (
          <tr key={path}>
            <th scope="row">{pathInWords(path)}</th>
            <td>
              {before === undefined ? <i>{t('not there')}</i> : <del>{before === '' ? t('(empty)') : before}</del>}
            </td>
            <td>{after === undefined ? <i>{t('not there')}</i> : <ins>{after === '' ? t('(empty)') : after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything that differs, each with what it said before and says now. Arrow keys go from one to the next. */
export function ChangeList({ changes, selectedId, onSelect }: ChangeListProps) {
  const [filter, setFilter] = useState<ChangeKind | 'all'>('all');
  const list = useRef<HTMLUListElement>(null);
  const shown = filter === 'all' ? changes : changes.filter(({ kind }) => kind === filter);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by];
    next?.focus();
    next?.click();
  };
  if (changes.length === 0)
    return (
      <EmptyState
        icon={<IconCircleCheck size={28} />}
        title={t('No differences')}
        hint={t('Both say the same, element by element, and are drawn the same.')}
      />
    );
  return (
    <section className={classes['panel']} aria-label={t('Changes')}>
      <header className={classes['head']}>
        <h2>{t('Changes')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('Show')}
          value={filter}
          onChange={(value) => setFilter(value)}
          data={[
            { value: 'all', label: t('All {{number}}', { number: changes.length }) },
            ...kinds.flatMap((kind) => {
              const count = changes.filter((change) => change.kind === kind).length;
              return count === 0 ? [] : [{ value: kind, label: `${changeWords[kind]} ${count}` }];
            }),
          ]}
        />
      </header>
      {/* The buttons in it are what is focused; the list only hands the arrow keys on. */}
      <ul ref={list} className={classes['list']} onKeyDown={walk}>
        {shown.map((change) => (
          <li key={change.id} aria-current={change.id === selectedId}>
            <button type="button" className={classes['line']} onClick={() => onSelect(change.id)}>
              <span className={classes['sign']} data-kind={change.kind} aria-hidden>
                {changeSigns[change.kind]}
              </span>
              <span className={classes['kind']}>{changeWords[change.kind]}</span>
              <span className={classes['name']}>{change.name}</span>
              <span className={classes['type']}>{typeInWords(change.type)}</span>
            </button>
            {change.properties.length > 0 && <Properties properties={change.properties} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
