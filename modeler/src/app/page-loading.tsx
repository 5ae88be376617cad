import { t } from '../language/texts';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { Stack } from '../ui/stack';

/** What is shown while the code of a page arrives. */
export function PageLoading() {
  return (
    <Page>
      <Stack gap="sm" aria-busy="true" aria-label={t('Loading the page')}>
        <Skeleton height={26} width={220} />
        <Skeleton height={120} />
        <Skeleton height={220} />
      </Stack>
    </Page>
  );
}
