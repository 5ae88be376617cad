import type { MappingRule } from '@baton/client';
import { request } from './client';
import { infiniteSearch } from './infinite-search';
import { identityTopic } from './users';

export type { MappingRule };

export function mappingRulesQuery() {
  return infiniteSearch<MappingRule>(identityTopic, '/v2/mapping-rules/search', { sort: [{ field: 'name' }] });
}
export function createMappingRule(rule: MappingRule): Promise<void> {
  return request('/v2/mapping-rules', { method: 'POST', body: rule });
}
export function deleteMappingRule(mappingRuleId: string): Promise<void> {
  return request(`/v2/mapping-rules/${encodeURIComponent(mappingRuleId)}`, { method: 'DELETE' });
}
