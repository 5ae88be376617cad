import { useRef, useState } from 'react';
import type { PlayCommand } from '../../../api/plays';
import { t } from '../../../language/texts';
import { FormView, type FormResult, type FormViewHandle } from '../../../shared/form/form-view';
import { VariablesInput } from '../../../shared/variables/variables-input';
import { parseJsonObject } from '../../../shared/json/parse-json';
import { Button } from '../../../ui/button';
import { Group } from '../../../ui/group';
import { Modal } from '../../../ui/modal';
import { SegmentedControl } from '../../../ui/segmented-control';
import { Select } from '../../../ui/select';
import { Stack } from '../../../ui/stack';
import { Text } from '../../../ui/text';
import { TextInput } from '../../../ui/text-input';
import { MissingFields } from './missing-fields';
import type { OpenItem } from './play-marks';
import { verbOf, waitWords } from './play-words';

export interface ActionDialogProps {
  /** What waits at one element; there is at least one. */
  readonly items: readonly OpenItem[];
  readonly name: string;
  /** What a form begins with. */
  readonly dataOf: (item: OpenItem) => Readonly<Record<string, unknown>>;
  /** Which of several a thing is, in a few words; null where it is the only one. */
  readonly whichOf: (item: OpenItem) => string | null;
  readonly onAct: (command: PlayCommand) => void;
  readonly onClose: () => void;
}

type JobEnd = 'complete' | 'error' | 'fail';

/** Asks how it goes on at an element: which of several, with which variables, and for jobs whether they succeed. */
export function ActionDialog({ items, name, dataOf, whichOf, onAct, onClose }: ActionDialogProps) {
  const [at, setAt] = useState(0);
  const item = items[at] ?? items[0];
  if (item === undefined) return null;
  const choices = items.map((each, index) => ({
    value: String(index),
    label: [whichOf(each), waitWords(each)].filter((part) => part !== null).join(': '),
  }));
  return (
    <Modal opened onClose={onClose} title={name} size="lg">
      <Stack gap="sm">
        {items.length > 1 ? (
          <Select
            label={t('Which one')}
            data={choices}
            value={String(at)}
            allowDeselect={false}
            onChange={(value) => setAt(Number(value ?? 0))}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {waitWords(item)}
          </Text>
        )}
        <Doing key={at} item={item} data={dataOf(item)} onAct={onAct} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

interface DoingProps {
  readonly item: OpenItem;
  readonly data: Readonly<Record<string, unknown>>;
  readonly onAct: (command: PlayCommand) => void;
  readonly onClose: () => void;
}

function Doing({ item, data, onAct, onClose }: DoingProps) {
  const form = useRef<FormViewHandle>(null);
  const [first] = useState(data);
  const [schema] = useState(() => schemaOf(item.formSchema));
  const [end, setEnd] = useState<JobEnd>('complete');
  const [text, setText] = useState('');
  const [code, setCode] = useState('');
  const [message, setMessage] = useState('');
  const [isMissing, setMissing] = useState(false);
  const json = parseJsonObject(text);
  const isBare = item.kind === 'timer' || item.kind === 'incident';
  const canAct = json.ok && (item.kind !== 'job' || end !== 'error' || code.trim() !== '');

  const complete = (result: FormResult | null) => {
    if (result === null) return;
    const isComplete = Object.keys(result.errors).length === 0;
    setMissing(!isComplete);
    if (isComplete) onAct({ type: 'complete-user-task', at: item.at, variables: result.data });
  };
  const submit = () => {
    if (schema !== null) {
      complete(form.current?.submit() ?? null);
      return;
    }
    if (!json.ok || !canAct) return;
    onAct(commandOf(item, end, { variables: json.value, code: code.trim(), message: message.trim() }));
  };

  return (
    <Stack
      gap="sm"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      {item.kind === 'job' && (
        <SegmentedControl
          aria-label={t('How the job ends')}
          value={end}
          onChange={(value) => setEnd(value)}
          data={[
            { value: 'complete', label: t('Complete') },
            { value: 'error', label: t('Throw an error') },
            { value: 'fail', label: t('Fail') },
          ]}
        />
      )}
      {item.kind === 'job' && end === 'error' && (
        <TextInput label={t('Error code')} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
      )}
      {item.kind === 'job' && end !== 'complete' && (
        <TextInput label={t('Message')} value={message} onChange={(event) => setMessage(event.currentTarget.value)} />
      )}
      {schema !== null && <FormView ref={form} schema={schema} data={first} onSubmit={complete} />}
      {schema === null && !isBare && end !== 'fail' && (
        <VariablesInput
          hint={t('Variables that it brings, as a JSON object; none if you leave this empty.')}
          text={text}
          onChange={setText}
          read={json}
          minHeight={88}
        />
      )}
      {isMissing && <MissingFields />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button onClick={submit} disabled={schema === null && !canAct}>
          {item.kind === 'job' ? jobVerbs[end] : item.kind === 'condition' ? t('Set variables') : verbOf[item.kind]}
        </Button>
      </Group>
    </Stack>
  );
}

const jobVerbs: Readonly<Record<JobEnd, string>> = {
  complete: t('Complete'),
  error: t('Throw the error'),
  fail: t('Fail the job'),
};

/** A form that cannot be read is asked for as variables. */
function schemaOf(text: string | null): object | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}

interface Given {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly message: string;
}

function commandOf({ kind, at, label }: OpenItem, end: JobEnd, { variables, code, message }: Given): PlayCommand {
  const brought = Object.keys(variables).length === 0 ? {} : { variables };
  switch (kind) {
    case 'job':
      if (end === 'error') return { type: 'throw-error', at, code, message, ...brought };
      return end === 'fail' ? { type: 'fail-job', at, message } : { type: 'complete-job', at, ...brought };
    case 'user-task':
      return { type: 'complete-user-task', at, ...brought };
    case 'message':
      return { type: 'deliver-message', at, ...brought };
    case 'signal':
      return { type: 'broadcast-signal', name: label, ...brought };
    case 'condition':
      return { type: 'set-variables', variables };
    case 'timer':
      return { type: 'fire-timer', at };
    case 'incident':
      return { type: 'resolve-incident', at };
  }
}
