import { Page } from '../../ui/page';
import { Title } from '../../ui/title';

/** All process instances. */
export function InstancesPage() {
  return (
    <Page>
      <Title order={1} size="h4">
        Operations
      </Title>
    </Page>
  );
}
