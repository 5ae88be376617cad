import { useState } from 'react';
import type { Scenario } from '../../../api/plays';
import { t } from '../../../language/texts';
import { JsonEditor } from '../../../shared/json/json-editor';
import { parseJsonObject } from '../../../shared/json/parse-json';
import { Button } from '../../../ui/button';
import { Group } from '../../../ui/group';
import { Modal } from '../../../ui/modal';
import { Stack } from '../../../ui/stack';
import { Text } from '../../../ui/text';
import { TextInput } from '../../../ui/text-input';

export interface ScenarioDialogProps {
  readonly title: string;
  readonly first: Scenario;
  /** Names of other scenarios. */
  readonly taken: readonly string[];
  readonly onSave: (scenario: Scenario) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the name of a scenario and what is expected in the end. */
export function ScenarioDialog({ title, first, taken, onSave, onClose }: ScenarioDialogProps) {
  const [name, setName] = useState(first.name);
  const [text, setText] = useState(() => JSON.stringify(first.expect, null, 2));
  const [isSaving, setSaving] = useState(false);
  const json = parseJsonObject(text);
  const isTaken = taken.includes(name.trim());
  const canSave = json.ok && name.trim() !== '' && !isTaken;
  const submit = async () => {
    if (!json.ok || !canSave) return;
    setSaving(true);
    // What is in it is checked by the server, which tells what is wrong with it.
    await onSave({ ...first, name: name.trim(), expect: json.value });
    setSaving(false);
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Stack
        gap="sm"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
      >
        <TextInput
          label={t('Name')}
          value={name}
          placeholder={t('What this is an example of')}
          error={isTaken ? t('Another scenario has this name.') : null}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Stack gap={6}>
          <Text size="sm" c="dimmed">
            {t(
              'Expected in the end: how the instance stands, the way that it went, where it waits, and its variables. What you take away may be anything.',
            )}
          </Text>
          <JsonEditor
            label={t('What is expected')}
            value={text}
            onChange={setText}
            problem={json.ok ? null : json.message}
          />
        </Stack>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button onClick={() => void submit()} disabled={!canSave} loading={isSaving}>
            {t('Save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
