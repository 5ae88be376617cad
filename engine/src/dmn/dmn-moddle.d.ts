/** dmn-moddle has no types; this is what we use of it. */
declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    fromXML(xml: string, typeName: string): Promise<unknown>;
  }
}
