import type Modeler from 'bpmn-js/lib/Modeler';

const hasNoDrawing = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('no diagram to display');

/**
 * Opens a file in the modeler. One without a drawing (made by a program, say) is laid out first.
 *
 * @returns whether it was laid out
 * @throws the modeler's error for a file that cannot be read, or that has nothing to draw
 */
export async function importModel(modeler: Modeler, xml: string): Promise<{ readonly wasLaidOut: boolean }> {
  try {
    await modeler.importXML(xml);
    return { wasLaidOut: false };
  } catch (error) {
    if (!hasNoDrawing(error)) throw error;
    const { layoutProcess } = await import('bpmn-auto-layout');
    const drawn = await layoutProcess(xml).catch(() => {
      throw error;
    });
    await modeler.importXML(drawn);
    return { wasLaidOut: true };
  }
}
