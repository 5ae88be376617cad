import { FeelFunction, isFunction } from 'feelin';

/** Makes a value that FEEL expressions can call by position or by parameter name, such as a business knowledge model. */
export const feelFunction = (
  parameterNames: readonly string[],
  call: (...args: readonly unknown[]) => unknown,
): FeelFunction => new FeelFunction(call, [...parameterNames]);

/** Whether a FEEL value can be called. */
export const isFeelFunction = (value: unknown): value is FeelFunction => isFunction(value);
