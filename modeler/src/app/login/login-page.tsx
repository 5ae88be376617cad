import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { signIn } from '../../api/authentication';
import { ProblemError } from '../../api/problem-error';
import { t } from '../../language/texts';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { Divider } from '../../ui/divider';
import { IconAlertTriangle } from '../../ui/icons';
import { PasswordInput } from '../../ui/password-input';
import { TextInput } from '../../ui/text-input';
import { BrandMark } from '../shell/brand-mark';
import { ThemeSwitch } from '../shell/theme-switch';
import { LanguageSelect } from './language-select';
import classes from './login-page.module.css';

/** Why the identity provider's answer was not taken, by the word in the address. */
const providerProblems: Readonly<Record<string, string>> = {
  expired: t('The login took too long, or was begun in another browser. Try again.'),
  refused: t('The identity provider did not confirm the login. Try again, or ask an administrator.'),
  disabled: t('This user is disabled. An administrator can enable it.'),
};

function problemText(error: unknown): string {
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.message : String(error);
  if (error.status === 401) return t('The username or the password is wrong.');
  return error.message;
}

/** Where one signs in. */
export function LoginPage({ byProvider }: { readonly byProvider: boolean }) {
  const queries = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(() => {
    const word = new URLSearchParams(window.location.search).get('problem');
    return window.location.pathname === '/login' && word !== null ? (providerProblems[word] ?? null) : null;
  });
  useEffect(() => {
    document.title = t('Sign in · Baton');
  }, []);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await signIn(username.trim(), password);
      // Whatever was read before was read by nobody.
      await queries.resetQueries();
    } catch (error) {
      setProblem(problemText(error));
      setPassword('');
      setBusy(false);
    }
  };
  const here = window.location.pathname === '/login' ? '/' : window.location.pathname + window.location.search;
  return (
    <div className={classes['page']}>
      <div className={classes['theme']}>
        <ThemeSwitch />
      </div>
      <main className={classes['card']}>
        <BrandMark size={36} />
        <h1>{t('Sign in to Baton')}</h1>
        {problem !== null && (
          <Alert color="red" icon={<IconAlertTriangle size={16} />} role="alert" w="100%">
            {problem}
          </Alert>
        )}
        {byProvider && (
          <>
            <Button fullWidth component="a" href={`/login/oidc?returnTo=${encodeURIComponent(here)}`} data-autofocus>
              {t('Sign in with your organization')}
            </Button>
            <Divider label={t('or with a password')} w="100%" />
          </>
        )}
        <form className={classes['form']} onSubmit={(event) => void submit(event)}>
          <TextInput
            label={t('Username')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={!byProvider}
            required
            withAsterisk={false}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('Password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" fullWidth loading={busy} variant={byProvider ? 'default' : 'filled'}>
            {t('Sign in')}
          </Button>
        </form>
        <LanguageSelect />
      </main>
    </div>
  );
}
