import { useState } from 'react';
import type { PlayCommand, PlayState } from '../../../api/plays';
import { t } from '../../../language/texts';
import { JsonEditor } from '../../../shared/json/json-editor';
import { parseJson } from '../../../shared/json/parse-json';
import { Button } from '../../../ui/button';
import { Group } from '../../../ui/group';
import { IconPlus } from '../../../ui/icons';
import { Stack } from '../../../ui/stack';
import { TextInput } from '../../../ui/text-input';
import classes from './play.module.css';

type Variable = PlayState['variables'][number];
type Target = NonNullable<Variable['at']>;

export interface PlayVariablesProps {
  readonly state: PlayState;
  readonly processInstanceKey: string;
  readonly nameOf: (elementId: string) => string;
  readonly isBusy: boolean;
  readonly onAct: (command: PlayCommand) => void;
}

/** What is being edited: a variable of a scope, or (without a name) a new one. */
interface Edited {
  readonly scopeKey: string;
  readonly name: string | null;
}

/** The variables of an instance, scope by scope, from the outside in; a click on one edits it. */
export function PlayVariables({ state, processInstanceKey, nameOf, isBusy, onAct }: PlayVariablesProps) {
  const [edited, setEdited] = useState<Edited | null>(null);
  const own = state.variables.filter((variable) => variable.processInstanceKey === processInstanceKey);
  const root = state.elements.find(({ elementInstanceKey }) => elementInstanceKey === processInstanceKey);
  const scopes = new Map<string, { readonly at: Target | null; readonly variables: Variable[] }>();
  scopes.set(processInstanceKey, { at: root?.at ?? null, variables: [] });
  for (const variable of own) {
    const scope = scopes.get(variable.scopeKey) ?? { at: variable.at, variables: [] };
    scope.variables.push(variable);
    scopes.set(variable.scopeKey, scope);
  }
  const save = (at: Target) => (name: string, value: unknown) => {
    onAct({ type: 'set-variables', at, variables: Object.fromEntries([[name, value]]) });
    setEdited(null);
  };
  return (
    <div className={classes['variables']} role="group" aria-label={t('Variables')}>
      {[...scopes].map(([scopeKey, { at, variables }]) => (
        <section key={scopeKey}>
          {scopeKey !== processInstanceKey && at !== null && <h4>{scopeTitle(state, scopeKey, at, nameOf)}</h4>}
          <dl>
            {variables.map(({ name, value }) =>
              edited?.scopeKey === scopeKey && edited.name === name && at !== null ? (
                <VariableEditor
                  key={name}
                  name={name}
                  value={value}
                  onSave={save(at)}
                  onClose={() => setEdited(null)}
                />
              ) : (
                <div key={name} className={classes['variable']}>
                  <dt>{name}</dt>
                  <dd>
                    <button
                      type="button"
                      aria-label={t('Change {{name}}', { name })}
                      title={JSON.stringify(value)}
                      disabled={at === null || isBusy}
                      onClick={() => setEdited({ scopeKey, name })}
                    >
                      {JSON.stringify(value)}
                    </button>
                  </dd>
                </div>
              ),
            )}
          </dl>
          {scopeKey === processInstanceKey &&
            at !== null &&
            (edited?.scopeKey === scopeKey && edited.name === null ? (
              <VariableEditor name={null} value={undefined} onSave={save(at)} onClose={() => setEdited(null)} />
            ) : (
              <button type="button" className={classes['add']} onClick={() => setEdited({ scopeKey, name: null })}>
                <IconPlus size={13} aria-hidden /> {t('Add a variable')}
              </button>
            ))}
        </section>
      ))}
    </div>
  );
}

function scopeTitle(state: PlayState, scopeKey: string, at: Target, nameOf: (elementId: string) => string): string {
  const loop = state.elements.find(({ elementInstanceKey }) => elementInstanceKey === scopeKey)?.loopCounter ?? null;
  return loop === null ? nameOf(at.elementId) : `${nameOf(at.elementId)} (${loop})`;
}

interface VariableEditorProps {
  /** Null for a new variable, whose name is asked for. */
  readonly name: string | null;
  readonly value: unknown;
  readonly onSave: (name: string, value: unknown) => void;
  readonly onClose: () => void;
}

function VariableEditor({ name, value, onSave, onClose }: VariableEditorProps) {
  const [newName, setNewName] = useState('');
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, null, 2)));
  const parsed = parseJson(text);
  const wanted = name ?? newName.trim();
  const submit = () => {
    if (parsed.ok && wanted !== '') onSave(wanted, parsed.value);
  };
  return (
    <Stack
      gap={6}
      my={6}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        if (event.key === 'Escape') onClose();
      }}
    >
      {name === null && (
        <TextInput
          label={t('Name')}
          value={newName}
          onChange={(event) => setNewName(event.currentTarget.value)}
          autoFocus
        />
      )}
      <JsonEditor
        label={name === null ? t('Value of the new variable') : t('Value of {{name}}', { name })}
        value={text}
        onChange={setText}
        minHeight={56}
        placeholder={'"text", 42, true, {"a": 1}'}
        problem={parsed.ok || text === '' ? null : parsed.message}
        autoFocus={name !== null}
      />
      <Group gap="xs">
        <Button size="compact-sm" onClick={submit} disabled={!parsed.ok || wanted === ''}>
          {name === null ? t('Add') : t('Save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
