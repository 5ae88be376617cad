import { useRef, useState } from 'react';
import type { PlayFile } from '../../../api/plays';
import { t } from '../../../language/texts';
import { FormView, type FormResult, type FormViewHandle } from '../../../shared/form/form-view';
import { VariablesInput } from '../../../shared/variables/variables-input';
import { parseJsonObject } from '../../../shared/json/parse-json';
import { Button } from '../../../ui/button';
import { Group } from '../../../ui/group';
import { Modal } from '../../../ui/modal';
import { Stack } from '../../../ui/stack';
import { MissingFields } from './missing-fields';
import type { StartEvent } from './start-events';

export interface PlayStartDialogProps {
  readonly event: StartEvent;
  readonly name: string;
  readonly files: readonly PlayFile[];
  /** What was begun with last time. */
  readonly last: Readonly<Record<string, unknown>> | null;
  readonly onStart: (variables: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

/** One object, so that the form is not drawn anew with every render. */
const nothing = {};

/** Asks what an instance begins with, by the start form where there is one. */
export function PlayStartDialog({ event, name, files, last, onStart, onClose }: PlayStartDialogProps) {
  const form = useRef<FormViewHandle>(null);
  const [schema] = useState(() => formSchema(event.formId, files));
  const [data] = useState(last ?? nothing);
  const [text, setText] = useState(() => (last === null ? '' : JSON.stringify(last, null, 2)));
  const json = parseJsonObject(text);
  const [isMissing, setMissing] = useState(false);
  const startWith = (result: FormResult | null) => {
    if (result === null) return;
    const isComplete = Object.keys(result.errors).length === 0;
    setMissing(!isComplete);
    if (isComplete) onStart(result.data);
  };
  const submit = () => {
    if (schema === null) {
      if (json.ok) onStart(json.value);
      return;
    }
    startWith(form.current?.submit() ?? null);
  };
  return (
    <Modal opened onClose={onClose} title={t('Begin at {{name}}', { name })} size="lg">
      <Stack
        gap="sm"
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (key === 'Enter' && (ctrlKey || metaKey)) submit();
        }}
      >
        {schema !== null ? (
          <FormView ref={form} schema={schema} data={data} onSubmit={startWith} />
        ) : (
          <VariablesInput
            hint={t('Variables to begin with, as a JSON object; none if you leave this empty.')}
            text={text}
            onChange={setText}
            read={json}
          />
        )}
        {isMissing && <MissingFields />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button onClick={submit} disabled={schema === null && !json.ok}>
            {t('Begin')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function formSchema(formId: string | null, files: readonly PlayFile[]): object | null {
  if (formId === null) return null;
  for (const { name, content } of files) {
    if (!name.endsWith('.form')) continue;
    try {
      const schema = JSON.parse(content) as { readonly id?: unknown };
      if (schema.id === formId) return schema;
    } catch {
      // Its own problem, which the play tells.
    }
  }
  return null;
}
