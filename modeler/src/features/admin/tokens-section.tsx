import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { revokeToken, tokensQuery, type ApiToken } from '../../api/tokens';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { IconKey, IconPlus, IconTrash } from '../../ui/icons';
import { RelativeTime } from '../../ui/relative-time';
import { AdminTable, Id, type AdminColumn } from './admin-table';
import { SectionHead } from './section-head';
import { TokenDialog } from './token-dialog';
import { useChange } from './use-change';

const columns: readonly AdminColumn<ApiToken>[] = [
  { title: t('Name'), cell: ({ name }) => name },
  {
    title: t('Of'),
    cell: ({ ownerType, ownerId }) => (
      <>
        {ownerType === 'USER' ? t('user') : t('client')} <Id>{ownerId}</Id>
      </>
    ),
  },
  {
    title: t('May at most'),
    cell: ({ scopes }) => (scopes.length === 0 ? t('what its owner may') : scopes.join(', ')),
    isMinor: true,
  },
  { title: t('Made'), cell: ({ creationDate }) => <RelativeTime at={creationDate} />, isMinor: true },
  {
    title: t('Ends'),
    cell: ({ expiresAt }) => (expiresAt === null ? t('never') : <RelativeTime at={expiresAt} />),
    isMinor: true,
  },
];

/** Secrets of programs. */
export function TokensSection() {
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery(tokensQuery());
  const change = useChange();
  const revoke = async ({ tokenId, name }: ApiToken) => {
    const isSure = await confirm({
      title: t('Revoke “{{name}}”?', { name }),
      message: t('Programs that use it are refused at once, and it cannot be brought back.'),
      action: t('Revoke token'),
    });
    if (isSure) await change(() => revokeToken(tokenId), t('The token is revoked'), t('The token was not revoked'));
  };
  return (
    <>
      <SectionHead
        title={t('API tokens')}
        about={t('Programs send a token in place of a password. A token of a client is its OAuth client secret, too.')}
      >
        <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          {t('New token')}
        </Button>
      </SectionHead>
      <AdminTable
        label={t('API tokens')}
        query={query}
        columns={columns}
        keyOf={({ tokenId }) => tokenId}
        actions={(token) => (
          <IconButton label={t('Revoke {{name}}', { name: token.name })} onClick={() => void revoke(token)}>
            <IconTrash size={15} />
          </IconButton>
        )}
        empty={
          <EmptyState
            icon={<IconKey size={30} />}
            title={t('No API tokens yet')}
            hint={t('Make one for each worker or script, so that each can be revoked without the others.')}
          >
            <Button onClick={() => setAdding(true)}>{t('New token')}</Button>
          </EmptyState>
        }
      />
      {adding && <TokenDialog onClose={() => setAdding(false)} />}
    </>
  );
}
