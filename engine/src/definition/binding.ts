import { text, type ModdleElement } from '../model/moddle.ts';

/** Which version of something deployed is meant: the newest, the one of the same deployment, or the one with a version tag. */
export type Binding = 'latest' | 'deployment' | 'versionTag';

/** The `bindingType` of an extension element. (Default: the latest.) */
export const readBinding = (element: ModdleElement | undefined): Binding => {
  const binding = text(element, 'bindingType');
  return binding === 'deployment' || binding === 'versionTag' ? binding : 'latest';
};
