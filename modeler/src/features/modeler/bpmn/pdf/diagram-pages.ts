import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { rendererColors, withFixedColors } from '../../../../shared/bpmn/renderer-colors';
import type { DiagramElement } from '../modeler-services';
import { documentedElements, type DocumentedElement } from './documented-elements';

/** One page of a printed model: the process, or the inside of a collapsed sub-process. */
export interface DiagramPage {
  readonly title: string;
  readonly svg: string;
  readonly documented: readonly DocumentedElement[];
}

interface PlaneElement extends DiagramElement {
  readonly x?: number;
}

interface Planes {
  getRootElements(): readonly PlaneElement[];
  setRootElement(root: PlaneElement): void;
}

interface Registry {
  filter(test: (element: PlaneElement) => boolean): PlaneElement[];
}

function rootOf(element: PlaneElement): DiagramElement {
  let root: DiagramElement = element;
  while (root.parent !== undefined && root.parent !== null) root = root.parent;
  return root;
}

/** Draws every plane of a model in a viewer that nobody sees, so that the one on the page stays where it is. */
export async function diagramPages(xml: string, name: string): Promise<readonly DiagramPage[]> {
  const container = document.createElement('div');
  container.style.cssText = 'position: fixed; left: -10000px; width: 1200px; height: 900px;';
  document.body.append(container);
  const viewer = new NavigatedViewer({
    container,
    bpmnRenderer: rendererColors,
    moddleExtensions: { zeebe: zeebeModdle },
  });
  try {
    await viewer.importXML(xml);
    const canvas = viewer.get<Planes>('canvas');
    const registry = viewer.get<Registry>('elementRegistry');
    const pages: DiagramPage[] = [];
    for (const root of canvas.getRootElements()) {
      const inside = registry
        .filter((element) => element !== root && rootOf(element) === root)
        .sort((a, b) => (a.x ?? 0) - (b.x ?? 0));
      // The plane of the root that bpmn-js makes for itself is empty.
      if (inside.length === 0) continue;
      canvas.setRootElement(root);
      const { svg } = await viewer.saveSVG();
      const own = root.businessObject.get('name');
      pages.push({
        title: typeof own === 'string' && own !== '' ? own : pages.length === 0 ? name : root.businessObject.id,
        svg: withFixedColors(svg),
        documented: documentedElements([root, ...inside]),
      });
    }
    return pages;
  } finally {
    viewer.destroy();
    container.remove();
  }
}
