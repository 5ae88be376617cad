export { HoverCard } from '@mantine/core';
