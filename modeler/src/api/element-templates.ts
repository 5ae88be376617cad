import type { ElementTemplate } from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { currentTenant, tenantQuery } from './tenant';

export type { ElementTemplate };

/** The element templates that were added, of the current tenant. */
export function elementTemplatesQuery() {
  return queryOptions({
    queryKey: ['element-templates', currentTenant() ?? ''],
    queryFn: async ({ signal }) => {
      const { items } = await request<{ readonly items: readonly ElementTemplate[] }>('/ext/element-templates', {
        signal,
      });
      const tenantId = currentTenant();
      return items.filter((each) => tenantId === undefined || each.tenantId === tenantId);
    },
  });
}

/**
 * Adds templates, all or none; one with the id and version of another takes its place.
 *
 * @throws {ProblemError} 400 that names what is wrong, 409 when there would be too many
 */
export function storeElementTemplates(templates: readonly object[]): Promise<unknown> {
  return request('/ext/element-templates', { method: 'POST', body: { templates, tenantId: currentTenant() } });
}

/** Deletes one version of a template; null is the one that says none, which goes with all others of its id. */
export function deleteElementTemplate({ templateId, version }: ElementTemplate): Promise<void> {
  const tenant = tenantQuery();
  const query = version === null ? tenant : `${tenant === '' ? '?' : `${tenant}&`}version=${version}`;
  return request(`/ext/element-templates/${encodeURIComponent(templateId)}${query}`, { method: 'DELETE' });
}
