/** The value below which `percent` of the samples lie; sorts the array. */
export const percentile = (samples: number[], percent: number): number => {
  samples.sort((a, b) => a - b);
  return samples[Math.min(samples.length - 1, Math.floor((samples.length * percent) / 100))] ?? NaN;
};
