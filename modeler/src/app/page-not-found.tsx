import { t } from '../language/texts';
import { IconSearch } from '../ui/icons';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { LinkButton } from '../shared/link/link-button';

/** The address leads nowhere. */
export function PageNotFound() {
  return (
    <Page>
      <EmptyState
        icon={<IconSearch size={32} />}
        title={t('There is no such page')}
        hint={t('The address may be mistyped, or what it showed was deleted.')}
      >
        <LinkButton to="/">{t('Go to Home')}</LinkButton>
      </EmptyState>
    </Page>
  );
}
