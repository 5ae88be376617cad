/** The main entry of bpmn-moddle has no types of its own; this is what we use of it. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>);
    fromXML(xml: string): Promise<unknown>;
  }
}
