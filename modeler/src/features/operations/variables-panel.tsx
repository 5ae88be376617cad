import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { variablesQuery } from '../../api/variables';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconEye, IconHistory, IconPencil, IconPlus, IconVariable } from '../../ui/icons';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { VariableAdd, VariableEdit } from './variable-edit';
import { VariableHistory } from './variable-history';
import classes from './variables-panel.module.css';

export interface VariablesPanelProps {
  readonly processInstanceKey: string;
  readonly scopeKey: string;
  /** What the scope is, for the line above the variables. */
  readonly scopeName: string;
  /** The scope is the whole instance. */
  readonly isRoot: boolean;
  /** Variables of what has ended can be read, not changed. */
  readonly readOnly: boolean;
  /** Shows the whole instance as it was after a step of its history. */
  readonly onShowStep: (seq: number) => void;
}

/** The variables of one scope: read, change, add. */
export function VariablesPanel(props: VariablesPanelProps) {
  const { processInstanceKey, scopeKey, scopeName, isRoot, readOnly, onShowStep } = props;
  const [open, setOpen] = useState<string | null>(null);
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const variables = useQuery(
    variablesQuery({ filter: { scopeKey }, sort: [{ field: 'name', order: 'ASC' }], page: { limit: 1000 } }),
  );
  if (variables.data === undefined) {
    return variables.isError ? (
      <ProblemNotice
        title={t('The variables could not be read')}
        error={variables.error}
        onRetry={() => void variables.refetch()}
      />
    ) : (
      <Skeleton height={120} m="md" aria-busy="true" />
    );
  }
  const items = variables.data.items;
  return (
    <>
      <div className={classes['head']}>
        <span className={classes['scope']}>
          {isRoot
            ? t('Variables of the whole instance')
            : t('Variables that belong to {{scopeName}} alone', { scopeName })}
        </span>
        {!readOnly && (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setIsAdding(true)}>
            {t('Add variable')}
          </Button>
        )}
      </div>
      {isAdding && (
        <VariableAdd scopeKey={scopeKey} taken={items.map(({ name }) => name)} onClose={() => setIsAdding(false)} />
      )}
      {items.length === 0 && !isAdding ? (
        <EmptyState
          icon={<IconVariable size={28} />}
          title={t('No variables here')}
          hint={
            isRoot
              ? t('Variables appear here once the instance is started with some or a task sets them.')
              : t('This element has no variables of its own; it sees those of the instance.')
          }
        />
      ) : (
        <table className={classes['table']} aria-label={t('Variables of {{scopeName}}', { scopeName })}>
          <tbody>
            {items.map((variable) => (
              <Fragment key={variable.variableKey}>
                <tr>
                  <td className={classes['name']}>{variable.name}</td>
                  <td className={classes['value']} title={variable.value.slice(0, 1000)}>
                    {variable.value}
                  </td>
                  <td className={classes['tools']}>
                    <IconButton
                      label={t('History of {{name}}', { name: variable.name })}
                      size="sm"
                      pressed={historyOf === variable.name}
                      onClick={() => setHistoryOf(historyOf === variable.name ? null : variable.name)}
                    >
                      <IconHistory size={14} />
                    </IconButton>
                    <IconButton
                      label={
                        readOnly
                          ? t('Show {{name}}', { name: variable.name })
                          : t('Edit {{name}}', { name: variable.name })
                      }
                      size="sm"
                      pressed={open === variable.variableKey}
                      onClick={() => setOpen(open === variable.variableKey ? null : variable.variableKey)}
                    >
                      {readOnly ? <IconEye size={14} /> : <IconPencil size={14} />}
                    </IconButton>
                  </td>
                </tr>
                {historyOf === variable.name && (
                  <tr>
                    <td colSpan={3} style={{ padding: 0 }}>
                      <VariableHistory
                        processInstanceKey={processInstanceKey}
                        scopeKey={scopeKey}
                        name={variable.name}
                        onShowStep={onShowStep}
                      />
                    </td>
                  </tr>
                )}
                {open === variable.variableKey && (
                  <tr>
                    <td colSpan={3} style={{ padding: 0 }}>
                      <VariableEdit variable={variable} readOnly={readOnly} onClose={() => setOpen(null)} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
