import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setVariables, variableQuery, type Variable } from '../../api/variables';
import { t } from '../../language/texts';
import { JsonEditor } from '../../shared/json/json-editor';
import { parseJson, prettyJson } from '../../shared/json/parse-json';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { TextInput } from '../../ui/text-input';
import classes from './variables-panel.module.css';

interface EditorProps {
  readonly scopeKey: string;
  /** Name of the variable; null for a new one, whose name is asked for. */
  readonly name: string | null;
  /** JSON text that the edit begins with. */
  readonly value: string;
  /** JSON text that the server has now; differs when somebody else changed it meanwhile. */
  readonly current: string;
  /** Names that a new variable must not have. */
  readonly taken: readonly string[];
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

function Editor({ scopeKey, name, value, current, taken, readOnly, onClose }: EditorProps) {
  const queries = useQueryClient();
  const [text, setText] = useState(() => prettyJson(value));
  const [newName, setNewName] = useState('');
  const parsed = parseJson(text);
  const wanted = name ?? newName.trim();
  const nameProblem =
    name === null && taken.includes(wanted) ? t('This scope has a variable of that name already.') : null;
  const canSave = parsed.ok && wanted !== '' && nameProblem === null;
  const save = useMutation({
    mutationFn: (next: unknown) => setVariables(scopeKey, Object.fromEntries([[wanted, next]]), true),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['variables'] });
      onClose();
    },
  });
  const submit = () => {
    if (canSave && !save.isPending) save.mutate(parsed.value);
  };
  return (
    <div
      className={classes['editor']}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        if (event.key === 'Escape') onClose();
      }}
    >
      {name === null && (
        <TextInput
          label={t('Name')}
          value={newName}
          error={nameProblem}
          onChange={(event) => setNewName(event.currentTarget.value)}
          autoFocus
        />
      )}
      <JsonEditor
        label={name === null ? t('Value of the new variable') : t('Value of {{name}}', { name })}
        value={text}
        onChange={setText}
        readOnly={readOnly}
        minHeight={64}
        placeholder={t('"text", 42, true, {"a": 1}')}
        problem={parsed.ok || (name === null && text === '') ? null : parsed.message}
        autoFocus={name !== null}
      />
      {name !== null && current !== value && !readOnly && (
        <p className={classes['meanwhile']} role="status">
          {t('It was changed meanwhile, to {{value}}. Saving replaces that.', {
            value: current.length > 120 ? `${current.slice(0, 120)}…` : current,
          })}
        </p>
      )}
      {save.isError && <ProblemNotice title={t('The variable was not saved')} error={save.error} />}
      <Group gap="xs">
        {!readOnly && (
          <Button onClick={submit} disabled={!canSave} loading={save.isPending}>
            {name === null ? t('Add') : t('Save')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {readOnly ? t('Close') : t('Cancel')}
        </Button>
      </Group>
    </div>
  );
}

export interface VariableEditProps {
  readonly variable: Variable;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** Edits one variable where it stands. Long values are read in full first. */
export function VariableEdit({ variable, readOnly, onClose }: VariableEditProps) {
  const full = useQuery({ ...variableQuery(variable.variableKey), enabled: variable.isTruncated === true });
  const current = variable.isTruncated === true ? full.data?.value : variable.value;
  const [began, setBegan] = useState(current);
  if (began === undefined && current !== undefined) setBegan(current);
  if (full.isError) return <ProblemNotice title={t('The value could not be read')} error={full.error} />;
  if (began === undefined || current === undefined) return <Skeleton height={80} m="sm" aria-busy="true" />;
  return (
    <Editor
      scopeKey={variable.scopeKey}
      name={variable.name}
      value={began}
      current={current}
      taken={[]}
      readOnly={readOnly}
      onClose={onClose}
    />
  );
}

/** Adds a variable to a scope. */
export function VariableAdd(props: {
  readonly scopeKey: string;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}) {
  return <Editor {...props} name={null} value="" current="" readOnly={false} />;
}
