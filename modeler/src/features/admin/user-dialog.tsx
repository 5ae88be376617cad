import { useState } from 'react';
import { createUser, updateUser, type User } from '../../api/users';
import { PasswordInput } from '../../ui/password-input';
import { TextInput } from '../../ui/text-input';
import { FormDialog } from './form-dialog';
import { useChange } from './use-change';

const shortest = 8;

/** A new user, or one that is there. */
export function UserDialog({ user, onClose }: { readonly user: User | null; readonly onClose: () => void }) {
  const [username, setUsername] = useState(user?.username ?? '');
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [password, setPassword] = useState('');
  const change = useChange();
  const isNew = user === null;
  const isPasswordFine = password.length >= shortest || (!isNew && password === '');
  const submit = () => {
    const input = { name: name.trim() || null, email: email.trim() || null, ...(password === '' ? {} : { password }) };
    return isNew
      ? change(() => createUser(username.trim(), input), `User ${username} is there`, 'The user was not added')
      : change(() => updateUser(user.username, input), `User ${username} is changed`, 'The user was not changed');
  };
  return (
    <FormDialog
      title={isNew ? 'New user' : `User ${user.username}`}
      action={isNew ? 'Add user' : 'Save'}
      isComplete={username.trim() !== '' && isPasswordFine}
      onClose={onClose}
      onSubmit={submit}
    >
      {isNew && (
        <TextInput
          label="Username"
          description="Letters, digits and _ ~ @ . + - : | /"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          autoComplete="off"
          maxLength={256}
          data-autofocus
        />
      )}
      <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={256} />
      <TextInput
        label="E-mail"
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        maxLength={256}
      />
      <PasswordInput
        label={isNew ? 'Password' : 'New password'}
        description={
          isNew
            ? `At least ${shortest} characters. Tell it to the user, who can change it.`
            : `Left empty it stays. A new one of at least ${shortest} characters ends the user’s sessions.`
        }
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="new-password"
        error={password !== '' && !isPasswordFine ? `Use at least ${shortest} characters.` : null}
      />
    </FormDialog>
  );
}
