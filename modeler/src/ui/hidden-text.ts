/** Text for screen readers only. */
export { VisuallyHidden as HiddenText } from '@mantine/core';
