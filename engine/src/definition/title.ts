import type { Node } from '../elements/registry.ts';

/** `service task 'Ship' (Task_1)`, for messages about compiled elements. */
export const title = (node: Node): string =>
  `${node.elementType.toLowerCase().replaceAll('_', ' ')} ${node.name ? `'${node.name}' ` : ''}(${node.id})`;
