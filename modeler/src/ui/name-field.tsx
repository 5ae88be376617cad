import { t } from '../language/texts';
import { TextInput } from './text-input';

export interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  /** How long a name may be. (Default: 200) */
  readonly maxLength?: number;
}

/** The name of something in a dialog: the field that one begins with. */
export function NameField({ value, onChange, maxLength = 200 }: NameFieldProps) {
  return (
    <TextInput
      label={t('Name')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={maxLength}
      data-autofocus
    />
  );
}
