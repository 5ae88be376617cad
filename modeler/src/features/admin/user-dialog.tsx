import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { choicesQuery, namedKinds, type NamedKind } from '../../api/named-entities';
import {
  changeMemberships,
  createUser,
  membershipsQuery,
  updateUser,
  type User,
  type UserMemberships,
} from '../../api/users';
import { t } from '../../language/texts';
import { MultiSelect } from '../../ui/multi-select';
import { PasswordInput } from '../../ui/password-input';
import { ProblemNotice } from '../../ui/problem-notice';
import { TextInput } from '../../ui/text-input';
import { FormDialog } from '../../ui/form-dialog';
import { useChange } from './use-change';

const shortest = 8;
const kinds = [
  { field: 'groups', label: t('Groups'), kind: namedKinds.groups, placeholder: t('In no group') },
  {
    field: 'roles',
    label: t('Roles'),
    kind: namedKinds.roles,
    placeholder: t('No role: may do nothing by themselves'),
  },
] as const;

interface ChoicesProps {
  readonly label: string;
  readonly kind: NamedKind;
  readonly placeholder: string;
  readonly value: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

/** Some of all groups or roles. */
function Choices({ label, kind, placeholder, value, isDisabled, onChange }: ChoicesProps) {
  const { data = [] } = useQuery(choicesQuery(kind));
  // What somebody is in may be beyond what is listed, or may have been removed meanwhile.
  const unlisted = value.filter((id) => !data.some((each) => each.value === id));
  return (
    <MultiSelect
      label={label}
      data={[...data, ...unlisted.map((id) => ({ value: id, label: id }))]}
      value={[...value]}
      onChange={onChange}
      placeholder={value.length === 0 ? placeholder : ''}
      disabled={isDisabled}
      searchable
      clearable
    />
  );
}

const nowhere: UserMemberships = { groups: [], roles: [], tenants: [] };

/** A new user, or one that is there, with their groups and roles. */
export function UserDialog({ user, onClose }: { readonly user: User | null; readonly onClose: () => void }) {
  const memberships = useQuery({ ...membershipsQuery(user?.username ?? ''), enabled: user !== null });
  const before = user === null ? nowhere : memberships.data;
  const [chosen, setChosen] = useState<Partial<UserMemberships>>({});
  const wanted: UserMemberships = { ...(before ?? nowhere), ...chosen };
  const [username, setUsername] = useState(user?.username ?? '');
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [password, setPassword] = useState('');
  const change = useChange();
  const isNew = user === null;
  const isPasswordFine = password.length >= shortest || (!isNew && password === '');
  const submit = () => {
    const input = { name: name.trim() || null, email: email.trim() || null, ...(password === '' ? {} : { password }) };
    const isPerson = name !== (user?.name ?? '') || email !== (user?.email ?? '') || password !== '';
    const save = async () => {
      if (isNew) await createUser(username.trim(), input);
      else if (isPerson) await updateUser(user.username, input);
      if (before !== undefined) await changeMemberships(username.trim(), before, wanted);
    };
    return isNew
      ? change(
          save,
          t('User {{username}} is there', { username }),
          t('The user was not added, or not with all groups and roles'),
        )
      : change(save, t('User {{username}} is changed', { username }), t('The user was not changed, or not altogether'));
  };
  return (
    <FormDialog
      title={isNew ? t('New user') : t('User {{username}}', { username: user.username })}
      action={isNew ? t('Add user') : t('Save')}
      isComplete={username.trim() !== '' && isPasswordFine}
      onClose={onClose}
      onSubmit={submit}
    >
      {isNew && (
        <TextInput
          label={t('Username')}
          description={t('Letters, digits and _ ~ @ . + - : | /')}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="off"
          maxLength={256}
          data-autofocus
        />
      )}
      <TextInput
        label={t('Name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={256}
      />
      <TextInput
        label={t('E-mail')}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        maxLength={256}
      />
      {kinds.map(({ field, label, kind, placeholder }) => (
        <Choices
          key={field}
          label={label}
          kind={kind}
          placeholder={placeholder}
          value={wanted[field]}
          isDisabled={before === undefined}
          onChange={(value) => setChosen({ ...chosen, [field]: value })}
        />
      ))}
      {memberships.isError && (
        <ProblemNotice title={t('The groups and roles could not be read')} error={memberships.error} />
      )}
      <PasswordInput
        label={isNew ? t('Password') : t('New password')}
        description={
          isNew
            ? t('At least {{shortest}} characters. Tell it to the user, who can change it.', { shortest })
            : t('Left empty it stays. A new one of at least {{shortest}} characters ends the user’s sessions.', {
                shortest,
              })
        }
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="new-password"
        error={password !== '' && !isPasswordFine ? t('Use at least {{shortest}} characters.', { shortest }) : null}
      />
    </FormDialog>
  );
}
