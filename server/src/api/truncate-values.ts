import { z } from 'zod';

/** The query of searches that list variables: whether long values are cut. (Default: they are.) */
export const truncateValues = {
  truncateValues: z
    .enum(['true', 'false'])
    .optional()
    .describe('false gives long values whole.')
    .transform((value) => value !== 'false'),
};
