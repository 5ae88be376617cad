import type Modeler from 'bpmn-js/lib/Modeler';
import { withFixedColors } from '../../../shared/bpmn/renderer-colors';

/** Gives a file to the browser's downloads. */
export function downloadFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The diagram as SVG with the colors of the light theme. */
export async function diagramSvg(modeler: Modeler): Promise<string> {
  const { svg } = await modeler.saveSVG();
  return withFixedColors(svg);
}

/** Largest side of a PNG in pixels; browsers refuse larger canvases. */
const maxSide = 8000;

/**
 * A picture as PNG on white, twice its size where that fits.
 *
 * @throws {Error} when the browser cannot draw it
 */
export async function pngOfSvg(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const scale = Math.min(2, maxSide / Math.max(image.width, image.height, 1));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.ceil(image.width * scale));
    canvas.height = Math.max(1, Math.ceil(image.height * scale));
    const context = canvas.getContext('2d');
    if (context === null)
      throw new Error('Expected a drawing surface from the browser, got none. Download the SVG instead.');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The browser could not make a PNG of this diagram. Download the SVG instead.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
