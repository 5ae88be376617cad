import { Outlet } from '@tanstack/react-router';
import { Page } from '../../ui/page';
import { Title } from '../../ui/title';

/** The tasklist: tasks at the left, the chosen task beside them. */
export function TasklistPage() {
  return (
    <Page>
      <Title order={1} size="h4">
        Tasklist
      </Title>
      <Outlet />
    </Page>
  );
}
