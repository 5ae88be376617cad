/**
 * Colors for bpmn-js's renderer, as CSS variables: shapes follow the theme without being drawn again. Pass it as the
 * `bpmnRenderer` option of any viewer or modeler.
 */
export const rendererColors = {
  defaultFillColor: 'var(--b-shape-fill)',
  defaultStrokeColor: 'var(--b-shape-stroke)',
  defaultLabelColor: 'var(--b-shape-stroke)',
} as const;

/** Puts fixed colors (those of the light theme) in the place of the variables, for a picture that leaves the page. */
export function withFixedColors(svg: string): string {
  return svg.replaceAll('var(--b-shape-fill)', '#ffffff').replaceAll('var(--b-shape-stroke)', '#1f2933');
}
