import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { meKey, meQuery } from '../../api/authentication';
import { onUnauthorized } from '../../api/client';
import { connectEvents } from '../../api/events';
import { infoQuery } from '../../api/info';
import { ProblemError } from '../../api/problem-error';
import { setTenants } from '../../api/tenant';
import { setSignedIn } from '../../shared/user/current-user';
import { PageLoading } from '../page-loading';
import { LoginPage } from './login-page';

/** Lets nobody in who has to sign in first; the address stays, so that they are where they wanted to be afterwards. */
export function LoginGate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const info = useQuery(infoQuery());
  const asks = info.data !== undefined && info.data.login !== 'none';
  // Both are asked at once: the second answer is needed in any case.
  const me = useQuery(meQuery());
  const isUnknown = me.error instanceof ProblemError && me.error.status === 401;

  useEffect(() => {
    // The session ended somewhere in the middle: ask who it is, which shows the login.
    onUnauthorized(() => {
      if (queries.getQueryState([meKey])?.status === 'success') void queries.resetQueries({ queryKey: [meKey] });
    });
  }, [queries]);
  useEffect(() => setSignedIn(asks ? (me.data?.username ?? null) : null), [asks, me.data]);

  const isMultiTenant = info.data?.isMultiTenant === true;
  useEffect(() => setTenants(isMultiTenant ? (me.data?.tenants ?? null) : null), [isMultiTenant, me.data]);

  if (info.data === undefined && !info.isError) return <PageLoading />;
  if (asks && isUnknown) return <LoginPage byProvider={info.data?.login === 'identity-provider'} />;
  if (asks && me.data === undefined && !me.isError) return <PageLoading />;
  return (
    <>
      <Live />
      {children}
    </>
  );
}

/** Listens to the server as long as somebody is in. */
function Live() {
  const queries = useQueryClient();
  useEffect(() => connectEvents(queries), [queries]);
  return null;
}
