import Viewer from 'bpmn-js/lib/Viewer';
import { rendererColors } from '../../shared/bpmn/renderer-colors';

/**
 * Draws a model off screen and gives it as SVG that fits its container.
 *
 * @throws when the model cannot be read or has no diagram
 */
export async function drawDiagram(xml: string): Promise<string> {
  const container = document.createElement('div');
  // Measuring text needs a laid-out element, hence not `display: none`.
  container.style.cssText = 'position:fixed;left:-10000px;top:0;width:1200px;height:800px;visibility:hidden';
  document.body.append(container);
  const viewer = new Viewer({ container, bpmnRenderer: rendererColors });
  try {
    await viewer.importXML(xml);
    const { svg } = await viewer.saveSVG();
    return svg
      .slice(svg.indexOf('<svg'))
      .replace(/<svg[^>]*>/, (tag) =>
        tag.replace(/\s(width|height)="[^"]*"/g, '').replace('<svg', '<svg width="100%" height="100%"'),
      );
  } finally {
    viewer.destroy();
    container.remove();
  }
}
