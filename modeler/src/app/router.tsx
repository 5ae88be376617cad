import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { validateCompareSearch } from '../features/compare/compare-search';
import { validateInstanceSearch } from '../features/operations/instance-search';
import { validateInstancesSearch } from '../features/operations/instances-search';
import { validateTasklistSearch } from '../features/tasklist/tasklist-search';
import { validateDraftsSearch } from '../features/modeler/drafts-search';
import { PageFailed } from './page-failed';
import { PageLoading } from './page-loading';
import { PageNotFound } from './page-not-found';
import { Shell } from './shell/shell';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: PageNotFound });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home-page'), 'HomePage'),
});

const draftsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/modeler',
  validateSearch: validateDraftsSearch,
  component: lazyRouteComponent(() => import('../features/modeler/drafts-page'), 'DraftsPage'),
});

const draftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/modeler/$draftId',
  component: lazyRouteComponent(() => import('../features/modeler/draft-page'), 'DraftPage'),
});

// The list stays while the task beside it changes: the task is a child, shown in the list page's `<Outlet />`.
const tasklistRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasklist',
  validateSearch: validateTasklistSearch,
  component: lazyRouteComponent(() => import('../features/tasklist/tasklist-page'), 'TasklistPage'),
});

const taskRoute = createRoute({
  getParentRoute: () => tasklistRoute,
  path: '/$userTaskKey',
  component: lazyRouteComponent(() => import('../features/tasklist/task-page'), 'TaskPage'),
});

const instancesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations',
  validateSearch: validateInstancesSearch,
  component: lazyRouteComponent(() => import('../features/operations/instances-page'), 'InstancesPage'),
});

const instanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/operations/instances/$processInstanceKey',
  validateSearch: validateInstanceSearch,
  component: lazyRouteComponent(() => import('../features/operations/instance-page'), 'InstancePage'),
});

const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compare',
  validateSearch: validateCompareSearch,
  component: lazyRouteComponent(() => import('../features/compare/compare-page'), 'ComparePage'),
});

const aboutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/about',
  component: lazyRouteComponent(() => import('./about-page'), 'AboutPage'),
});

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/$section',
  component: lazyRouteComponent(() => import('../features/admin/admin-page'), 'AdminPage'),
});

const adminStartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  beforeLoad: () => redirect({ to: '/admin/$section', params: { section: 'users' }, replace: true, throw: true }),
});

// Where the identity provider sends people back to who were refused; whoever is signed in goes on to the start page.
const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  beforeLoad: () => redirect({ to: '/', replace: true, throw: true }),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  draftsRoute,
  draftRoute,
  tasklistRoute.addChildren([taskRoute]),
  instancesRoute,
  instanceRoute,
  compareRoute,
  aboutRoute,
  adminRoute,
  adminStartRoute,
  loginRoute,
]);

/** All pages of the app. Pages read their parameters with `getRouteApi('<path>')`. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
