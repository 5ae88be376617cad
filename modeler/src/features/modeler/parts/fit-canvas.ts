interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The canvas of any of the bpmn.io tools. */
export interface FittingCanvas {
  getContainer(): HTMLElement;
  viewbox(): { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
  viewbox(box: Box): unknown;
}

/** Space around a fitted drawing, in pixels. */
const margin = 28;

/** Shows the whole drawing beside the palette, but never larger than life. */
export function fitCanvas(canvas: FittingCanvas): void {
  const { inner, outer } = canvas.viewbox();
  const palette = canvas.getContainer().querySelector<HTMLElement>('.djs-palette');
  const left = palette === null ? margin : palette.offsetLeft + palette.offsetWidth + margin;
  const free = { width: outer.width - left - margin, height: outer.height - 2 * margin };
  // An empty drawing has no size to fit, a hidden canvas no space.
  if (inner.width <= 0 || inner.height <= 0 || free.width <= 0 || free.height <= 0) return;
  const scale = Math.min(1, free.width / inner.width, free.height / inner.height);
  canvas.viewbox({
    x: inner.x + inner.width / 2 - (left + free.width / 2) / scale,
    y: inner.y + inner.height / 2 - outer.height / 2 / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
