import { Page } from '../../ui/page';
import { Title } from '../../ui/title';

/** The first page. */
export function HomePage() {
  return (
    <Page>
      <Title order={1} size="h4">
        Home
      </Title>
    </Page>
  );
}
