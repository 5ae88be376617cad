import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { taskPeopleQuery } from '../../api/tasklist';
import { t } from '../../language/texts';
import { useSettled } from '../../shared/browser/use-settled';
import { knownUsers } from '../../shared/user/current-user';
import { Autocomplete } from '../../ui/autocomplete';

/** Milliseconds without a key until people are looked for. */
const searchPauseMs = 200;

export interface PersonPickerProps {
  /** The task that is to be given to somebody: whom it is offered to comes first. */
  readonly userTaskKey: string;
  readonly label: string;
  readonly value: string;
  /** Who is not offered, because they have it. */
  readonly without: readonly (string | null)[];
  readonly onChange: (username: string) => void;
}

/** A field for a username, with the people whom the task can be given to. Takes any name: some are known to the identity provider only. */
export function PersonPicker({ userTaskKey, label, value, without, onChange }: PersonPickerProps) {
  const part = useSettled(value.trim(), searchPauseMs);
  const found = useQuery({ ...taskPeopleQuery(userTaskKey, part), placeholderData: keepPreviousData });
  const people = (found.data ?? []).filter(({ username }) => !without.includes(username));
  const names = new Map(people.map(({ username, name }) => [username, name]));
  const candidates = people.filter(({ isCandidate }) => isCandidate).map(({ username }) => username);
  // On a server without login the names that this browser knows are all there is.
  const known = knownUsers().filter((name) => !without.includes(name) && !names.has(name));
  const others = [...people.filter(({ isCandidate }) => !isCandidate).map(({ username }) => username), ...known];
  return (
    <Autocomplete
      label={label}
      placeholder={t('Name')}
      data={[
        ...(candidates.length === 0 ? [] : [{ group: t('The task is offered to'), items: candidates }]),
        ...(others.length === 0 ? [] : [{ group: t('Others'), items: others }]),
      ]}
      value={value}
      onChange={onChange}
      renderOption={({ option }) => {
        const name = names.get(option.value) ?? null;
        return name === null || name === option.value ? option.value : `${name} (${option.value})`;
      }}
      comboboxProps={{ withinPortal: true }}
      maxLength={256}
      data-autofocus
    />
  );
}
