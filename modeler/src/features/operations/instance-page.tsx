import { getRouteApi } from '@tanstack/react-router';
import { CopyableKey } from '../../ui/copyable-key';
import { Page } from '../../ui/page';

const route = getRouteApi('/operations/instances/$processInstanceKey');

/** One process instance. */
export function InstancePage() {
  const { processInstanceKey } = route.useParams();
  return (
    <Page>
      <CopyableKey value={processInstanceKey} label="process instance key" />
    </Page>
  );
}
