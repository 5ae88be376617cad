import { Page } from '../../ui/page';
import { Title } from '../../ui/title';

/** All drafts. */
export function DraftsPage() {
  return (
    <Page>
      <Title order={1} size="h4">
        Modeler
      </Title>
    </Page>
  );
}
