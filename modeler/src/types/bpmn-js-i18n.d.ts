// bpmn-js-i18n has no types: each file is one language, the English text and what it is called there.
declare module 'bpmn-js-i18n/translations/*' {
  const translations: Readonly<Record<string, string>>;
  export default translations;
}
