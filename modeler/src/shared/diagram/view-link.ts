/** The part of a diagram that is seen, in its own coordinates. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lets several diagrams show the same part: where one is moved or zoomed, the others follow. */
export interface ViewLink {
  /** @param show shows a part without telling the link about it */
  readonly join: (show: (box: ViewBox) => void) => {
    /** Nobody else has said yet what part is shown. */
    readonly isFirst: boolean;
    readonly moved: (box: ViewBox) => void;
    readonly leave: () => void;
  };
}

export function linkViews(): ViewLink {
  const views = new Set<(box: ViewBox) => void>();
  let last: ViewBox | null = null;
  return {
    join(show) {
      views.add(show);
      const isFirst = last === null;
      if (last !== null) show(last);
      return {
        isFirst,
        moved(box) {
          last = box;
          for (const view of views) if (view !== show) view(box);
        },
        leave: () => void views.delete(show),
      };
    },
  };
}
