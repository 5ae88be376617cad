import { z } from 'zod';

export const elementStatisticsType = z
  .strictObject({
    elementId: z.string(),
    active: z.int(),
    canceled: z.int(),
    incidents: z.int(),
    completed: z.int(),
  })
  .meta({ id: 'ElementStatistics' });

export const elementStatisticsExample: z.input<typeof elementStatisticsType> = {
  elementId: 'book-invoice',
  active: 12,
  canceled: 0,
  incidents: 1,
  completed: 340,
};
