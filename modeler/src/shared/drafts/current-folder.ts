/** The folder that the page shows, from its address; null at the top and on other pages. What is created or opened there lands in it. */
export function currentFolder(): string | null {
  const { pathname, search } = window.location;
  return pathname === '/modeler' ? new URLSearchParams(search).get('folder') : null;
}
