import { t } from '../../language/texts';
import { Stack } from '../../ui/stack';
import { Text } from '../../ui/text';
import { JsonEditor } from '../json/json-editor';
import type { parseJsonObject } from '../json/parse-json';

export interface VariablesInputProps {
  /** What the variables are for, as a sentence. */
  readonly hint: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What the text was read as. */
  readonly read: ReturnType<typeof parseJsonObject>;
  /** Least height in pixels. (Default: that of the editor) */
  readonly minHeight?: number;
}

/** Asks for variables as a JSON object, where no form does. */
export function VariablesInput({ hint, text, onChange, read, minHeight }: VariablesInputProps) {
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      <JsonEditor
        label={t('Variables')}
        value={text}
        onChange={onChange}
        placeholder={t('{ "amount": 120 }')}
        problem={read.ok ? null : read.message}
        {...(minHeight === undefined ? {} : { minHeight })}
        autoFocus
      />
    </Stack>
  );
}
