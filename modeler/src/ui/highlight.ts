export { Highlight } from '@mantine/core';
