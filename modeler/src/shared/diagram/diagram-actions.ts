/** Something that can be done at an element: a round button on it. */
export interface DiagramAction {
  readonly elementId: string;
  /** `go` does something, `look` opens what lies behind. */
  readonly kind: 'go' | 'look';
  /** What happens on a click, for the tooltip and screen readers. */
  readonly label: string;
}
