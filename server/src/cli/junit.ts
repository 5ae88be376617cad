import type { TestedFile } from '../play/test-scenario-file.ts';

/** Text inside of XML; what XML cannot hold at all becomes a question mark. */
const xml = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const failed = (name: string, file: string, message: string): string =>
  `    <testcase name="${xml(name)}" classname="${xml(file)}"><failure message="${xml(message)}"/></testcase>`;

/** The report that build servers read: a suite for each file, a case for each scenario. */
export const junitReport = (tested: readonly TestedFile[]): string => {
  const suites = tested.map(({ file, problem, results }) => {
    const cases = results.map(({ name, difference }) =>
      difference === null
        ? `    <testcase name="${xml(name)}" classname="${xml(file)}"/>`
        : failed(name, file, difference),
    );
    if (problem !== null) cases.push(failed('the file', file, problem));
    const failures = results.filter(({ isPassed }) => !isPassed).length + (problem === null ? 0 : 1);
    return [
      `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}">`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join('\n');
};
