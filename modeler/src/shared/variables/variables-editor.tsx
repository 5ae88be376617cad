import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { IconPlus, IconX } from '../../ui/icons';
import { TextInput } from '../../ui/text-input';
import { Textarea } from '../../ui/textarea';
import { isPlainText, type RowProblems, type VariableRow } from './variable-rows';
import classes from './variables-editor.module.css';

export interface VariablesEditorProps {
  readonly rows: readonly VariableRow[];
  readonly onChange: (rows: readonly VariableRow[]) => void;
  readonly problems: RowProblems;
  readonly readOnly?: boolean;
}

/** Names and JSON values, one variable per row; where a task or a process has no form. */
export function VariablesEditor({ rows, onChange, problems, readOnly = false }: VariablesEditorProps) {
  const change = (id: number, part: Partial<VariableRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const nextId = rows.reduce((greatest, { id }) => Math.max(greatest, id), 0) + 1;
  return (
    <div className={classes['rows']} role="group" aria-label={t('Variables')}>
      {rows.map((row) => {
        const problem = problems[row.id];
        const position = row.name === '' ? t('new variable') : row.name;
        return (
          <div key={row.id} className={classes['row']}>
            <TextInput
              className={classes['mono'] ?? ''}
              aria-label={t('Name of {{name}}', { name: position })}
              placeholder={t('name')}
              value={row.name}
              readOnly={readOnly}
              onChange={(event) => change(row.id, { name: event.currentTarget.value })}
            />
            <Textarea
              className={classes['mono'] ?? ''}
              aria-label={t('Value of {{name}}', { name: position })}
              placeholder={t('"text", 42, true, {"a": 1}')}
              autosize
              minRows={1}
              maxRows={8}
              value={row.text}
              readOnly={readOnly}
              error={problem !== undefined}
              onChange={(event) => change(row.id, { text: event.currentTarget.value })}
            />
            {readOnly ? (
              <span />
            ) : (
              <IconButton
                label={t('Leave out {{name}}', { name: position })}
                onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
              >
                <IconX size={14} />
              </IconButton>
            )}
            {problem !== undefined && (
              <p className={classes['problem']} role="alert">
                {problem}{' '}
                {isPlainText(row.text) && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => change(row.id, { text: JSON.stringify(row.text.trim()) })}
                  >
                    {t('Use it as text')}
                  </Button>
                )}
              </p>
            )}
          </div>
        );
      })}
      {!readOnly && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...rows, { id: nextId, name: '', text: '' }])}
          >
            {t('Add variable')}
          </Button>
        </div>
      )}
    </div>
  );
}
