// Panels that are resized by dragging or by arrow keys, and remember their sizes (`useDefaultLayout`).
export {
  Group as SplitGroup,
  Panel as SplitPanel,
  Separator as SplitSeparator,
  useDefaultLayout as useSplitLayout,
  type PanelImperativeHandle as SplitPanelHandle,
} from 'react-resizable-panels';
