import dmn from 'dmn-moddle/resources/dmn/json/dmn13.json' with { type: 'json' };
import dmndi from 'dmn-moddle/resources/dmn/json/dmndi13.json' with { type: 'json' };

/**
 * The namespaces of DMN models that are read, by the version that they stand for. What is executed did not change its shape from 1.1 on, only
 * grew; the diagram part has a namespace of its own, none in 1.1.
 */
const versions: Readonly<Record<string, { readonly version: string; readonly diagrams: string | null }>> = {
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd': { version: '1.1', diagrams: null },
  'http://www.omg.org/spec/DMN/20180521/MODEL/': {
    version: '1.2',
    diagrams: 'http://www.omg.org/spec/DMN/20180521/DMNDI/',
  },
  'https://www.omg.org/spec/DMN/20191111/MODEL/': {
    version: '1.3',
    diagrams: 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
  },
  'https://www.omg.org/spec/DMN/20211108/MODEL/': {
    version: '1.4',
    diagrams: 'https://www.omg.org/spec/DMN/20211108/DMNDI/',
  },
  'https://www.omg.org/spec/DMN/20230324/MODEL/': {
    version: '1.5',
    diagrams: 'https://www.omg.org/spec/DMN/20230324/DMNDI/',
  },
  'https://www.omg.org/spec/DMN/20240513/MODEL/': {
    version: '1.6',
    diagrams: 'https://www.omg.org/spec/DMN/20240513/DMNDI/',
  },
};

/** The packages that read a model of this namespace; null when it is none of DMN. */
export const packagesFor = (namespace: string): Readonly<Record<string, object>> | null => {
  const found = versions[namespace];
  if (!found || !Object.hasOwn(versions, namespace)) return null;
  return {
    dmn: { ...dmn, uri: namespace, types: dmn.types.map(withNewProperties).concat(newTypes) },
    ...(found.diagrams === null ? {} : { dmndi: { ...dmndi, uri: found.diagrams } }),
    zeebe,
  };
};

/** The part of Camunda's extensions that decisions use. */
const zeebe = {
  name: 'zeebe',
  prefix: 'zeebe',
  uri: 'http://camunda.org/schema/zeebe/1.0',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'VersionTag',
      superClass: ['Element'],
      properties: [{ name: 'value', isAttr: true, type: 'String' }],
    },
  ],
};

const child = (name: string) => ({ name, type: 'ChildExpression', xml: { serialize: 'property' } });
const iterator = { name: 'iteratorVariable', isAttr: true, type: 'String' };

/** The boxed expressions that came with DMN 1.4, which dmn-moddle (1.3) does not know. */
const newTypes = [
  { name: 'ChildExpression', superClass: ['DMNElement'], properties: [{ name: 'value', type: 'Expression' }] },
  { name: 'Conditional', superClass: ['Expression'], properties: [child('if'), child('then'), child('else')] },
  { name: 'Filter', superClass: ['Expression'], properties: [child('in'), child('match')] },
  { name: 'For', superClass: ['Expression'], properties: [iterator, child('in'), child('return')] },
  { name: 'Some', superClass: ['Expression'], properties: [iterator, child('in'), child('satisfies')] },
  { name: 'Every', superClass: ['Expression'], properties: [iterator, child('in'), child('satisfies')] },
];

/** DMN 1.5 lets an item definition constrain the collection as a whole, beside each of its items. */
const withNewProperties = (type: (typeof dmn.types)[number]): (typeof dmn.types)[number] =>
  type.name === 'ItemDefinition'
    ? ({
        ...type,
        properties: [
          ...(type.properties ?? []),
          { name: 'typeConstraint', type: 'UnaryTests', xml: { serialize: 'property' } },
        ],
      } as never)
    : type;
