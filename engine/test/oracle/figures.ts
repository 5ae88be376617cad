/** What a run looked at. */
export interface Figures {
  models: number;
  structured: number;
  unstructured: number;
  /** Commands of the environment, the start included. */
  steps: number;
  completed: number;
  stuck: number;
  /** Models whose outcome depends on the order of firing. */
  racing: number;
  /** Left out: too many tokens, transitions or orders; or refused by the compiler. */
  tooLarge: number;
  refused: number;
  /** Small models looked at completely, and the views that the engine reached in them. */
  explored: number;
  views: number;
}

export const noFigures = (): Figures => ({
  models: 0,
  structured: 0,
  unstructured: 0,
  steps: 0,
  completed: 0,
  stuck: 0,
  racing: 0,
  tooLarge: 0,
  refused: 0,
  explored: 0,
  views: 0,
});
