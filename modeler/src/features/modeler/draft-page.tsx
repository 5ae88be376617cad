import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../ui/page';

const route = getRouteApi('/modeler/$draftId');

/** One draft in its editor. */
export function DraftPage() {
  const { draftId } = route.useParams();
  return <Page>{draftId}</Page>;
}
