import { useRef, useState } from 'react';
import type { PlayCommand } from '../../../api/plays';
import { t } from '../../../language/texts';
import { FormView, type FormResult, type FormViewHandle } from '../../../shared/form/form-view';
import { VariablesInput } from '../../../shared/variables/variables-input';
import { parseJsonObject } from '../../../shared/json/parse-json';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/checkbox';
import { Group } from '../../../ui/group';
import { Modal } from '../../../ui/modal';
import { MultiSelect } from '../../../ui/multi-select';
import { SegmentedControl } from '../../../ui/segmented-control';
import { Select } from '../../../ui/select';
import { Stack } from '../../../ui/stack';
import { Text } from '../../../ui/text';
import { TextInput } from '../../../ui/text-input';
import { actionCommand, type JobEnd } from './action-command';
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
  /** Names of elements, by id. */
  readonly nameOf: (elementId: string) => string;
  readonly onAct: (command: PlayCommand) => void;
  readonly onClose: () => void;
}

/** Asks how it goes on at an element: which of several, with which variables, and for jobs whether they succeed. */
export function ActionDialog({ items, name, dataOf, whichOf, nameOf, onAct, onClose }: ActionDialogProps) {
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
        <Doing key={at} item={item} data={dataOf(item)} nameOf={nameOf} onAct={onAct} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

interface DoingProps {
  readonly item: OpenItem;
  readonly data: Readonly<Record<string, unknown>>;
  readonly nameOf: (elementId: string) => string;
  readonly onAct: (command: PlayCommand) => void;
  readonly onClose: () => void;
}

function Doing({ item, data, nameOf, onAct, onClose }: DoingProps) {
  const form = useRef<FormViewHandle>(null);
  const [first] = useState(data);
  const [schema] = useState(() => schemaOf(item.formSchema));
  const [end, setEnd] = useState<JobEnd>('complete');
  const [text, setText] = useState('');
  const [code, setCode] = useState('');
  const [message, setMessage] = useState('');
  const [activities, setActivities] = useState<readonly string[]>([]);
  const [endsAdHoc, setEndsAdHoc] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const json = parseJsonObject(text);
  const isBare = item.kind === 'timer' || item.kind === 'incident';
  const canAct =
    json.ok &&
    (item.kind !== 'job' || end !== 'error' || code.trim() !== '') &&
    (item.kind !== 'ad-hoc' || activities.length > 0);

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
    const given = { variables: json.value, code: code.trim(), message: message.trim(), activities, endsAdHoc };
    onAct(actionCommand(item, end, given));
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
      {item.kind === 'job' && item.activities !== null && end === 'complete' && (
        <Checkbox
          label={t('Nothing more is to be done in it')}
          checked={endsAdHoc}
          onChange={(event) => setEndsAdHoc(event.currentTarget.checked)}
        />
      )}
      {item.kind === 'ad-hoc' && (
        <MultiSelect
          label={t('Activities')}
          data={(item.activities ?? []).map((elementId) => ({ value: elementId, label: nameOf(elementId) }))}
          value={[...activities]}
          onChange={setActivities}
          searchable
          data-autofocus
        />
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
