import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import { IconPlus, IconTrash } from '../../../ui/icons';
import { Select } from '../../../ui/select';
import { TextInput } from '../../../ui/text-input';
import { inputOf, newRow, withField, type ConditionRow } from './condition-rows';
import { conditionFields, operatorNames, operatorsFor, takesValue } from './condition-words';
import classes from './filter-dialog.module.css';

/** So many conditions the server takes. */
const maxRows = 20;

const fieldOptions = conditionFields.map(([value, { name }]) => ({ value, label: name }));
const scopeOptions = [
  { value: 'process', label: t('of the process') },
  { value: 'task', label: t('of the task') },
];

export interface ConditionEditorProps {
  readonly rows: readonly ConditionRow[];
  readonly onChange: (rows: readonly ConditionRow[]) => void;
}

/** Conditions of a filter, one in each row; all of them must hold. */
export function ConditionEditor({ rows, onChange }: ConditionEditorProps) {
  const change = (row: ConditionRow) => onChange(rows.map((each) => (each.id === row.id ? row : each)));
  return (
    <fieldset className={classes['conditions']}>
      <legend>{t('Conditions, all of which must hold')}</legend>
      {rows.map((row, index) => (
        <div
          key={row.id}
          className={classes['condition']}
          role="group"
          aria-label={t('Condition {{number}}', { number: index + 1 })}
        >
          <Select
            aria-label={t('Field')}
            allowDeselect={false}
            searchable
            data={fieldOptions}
            value={row.field}
            onChange={(value) => change(withField(row, value ?? 'variable'))}
          />
          {row.field === 'variable' && (
            <>
              <TextInput
                aria-label={t('Name of the variable')}
                placeholder={t('Name of the variable')}
                value={row.name}
                onChange={(event) => change({ ...row, name: event.currentTarget.value })}
              />
              <Select
                aria-label={t('Where the variable is')}
                allowDeselect={false}
                data={scopeOptions}
                value={row.scope}
                onChange={(value) => change({ ...row, scope: value === 'task' ? 'task' : 'process' })}
              />
            </>
          )}
          <Select
            aria-label={t('Comparison')}
            allowDeselect={false}
            data={operatorsFor(row.field).map((value) => ({ value, label: operatorNames[value] }))}
            value={row.operator}
            onChange={(value) => change({ ...row, operator: value ?? 'is' })}
          />
          {takesValue(row.operator) && (
            <TextInput
              aria-label={t('Value')}
              placeholder={t('Value')}
              type={inputOf(row)}
              value={row.value}
              onChange={(event) => change({ ...row, value: event.currentTarget.value })}
            />
          )}
          <IconButton label={t('Remove condition')} onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}>
            <IconTrash size={15} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={13} />}
          disabled={rows.length >= maxRows}
          onClick={() => onChange([...rows, newRow(Math.max(0, ...rows.map(({ id }) => id)) + 1)])}
        >
          {t('Add condition')}
        </Button>
      </div>
    </fieldset>
  );
}
