/** Something that can be done at an element: a round button on it. */
export interface DiagramAction {
  readonly elementId: string;
  /** `go` goes on with what is there, `begin` begins what is not there yet, `look` opens what lies behind. */
  readonly kind: 'go' | 'begin' | 'look';
  /** What happens on a click, for the tooltip and screen readers. */
  readonly label: string;
}
