import type { ProcessInstance } from '../../api/process-instances';
import { InstanceTable } from './instance-table';

const columns = ['state', 'process', 'key', 'started', 'ended'] as const;
const ignore = () => undefined;

/** The instances that this one called, newest first. */
export function CallsPanel({ instances }: { readonly instances: readonly ProcessInstance[] }) {
  return <InstanceTable instances={instances} shownColumns={columns} search={{}} onSort={ignore} />;
}
