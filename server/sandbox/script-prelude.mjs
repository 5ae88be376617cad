// @ts-check
/**
 * What is evaluated inside the sandbox before a script, in strict mode. It gets the variables as JSON text and the time of the step, makes the
 * world of the script a pure function of both, and gives back two functions that were made before the script could change anything: one that
 * turns the script's value into JSON, and one that describes what it threw.
 */
export const preludeSource = String.raw`
(function (text, nowMs) {
  'use strict';
  const { parse, stringify } = JSON;
  const { defineProperty, keys } = Object;
  const { construct } = Reflect;
  const RealDate = Date;
  const RealPromise = Promise;
  const hidden = (name, value) =>
    defineProperty(globalThis, name, { value, writable: true, enumerable: false, configurable: true });

  function StepDate(...parts) {
    if (new.target === undefined) return new RealDate(nowMs).toString();
    return construct(RealDate, parts.length === 0 ? [nowMs] : parts, new.target);
  }
  StepDate.prototype = RealDate.prototype;
  hidden.call(null, 'Date', StepDate);
  defineProperty(RealDate.prototype, 'constructor', { value: StepDate, writable: true, configurable: true });
  StepDate.now = () => nowMs;
  StepDate.parse = RealDate.parse;
  StepDate.UTC = RealDate.UTC;
  Math.random = () => {
    throw new Error('Math.random is not there, because a script must give the same result when it is run again. Hand the number in as a variable.');
  };
  delete globalThis.performance;

  const variables = parse(text);
  hidden('now', new RealDate(nowMs));
  for (const name of keys(variables)) {
    // Names such as undefined cannot be hidden; they are in the object of all variables nevertheless.
    try { hidden(name, variables[name]); } catch {}
  }
  hidden('variables', variables);

  return {
    toJson: (value) => {
      if (value instanceof RealPromise) throw new TypeError('the value is a promise; scripts are synchronous');
      if (value === undefined) return 'null';
      const json = stringify(value);
      if (json === undefined) throw new TypeError('the value is a ' + typeof value + ', which JSON lacks');
      return json;
    },
    describe: (error) => {
      const isObject = typeof error === 'object' && error !== null;
      if (!isObject) return stringify(['' + String(error), '']);
      const name = error.name === undefined ? '' : error.name + ': ';
      const message = error.message === undefined ? stringify(error) : error.message;
      return stringify(['' + name + message, '' + error.stack]);
    },
  };
})
`;
