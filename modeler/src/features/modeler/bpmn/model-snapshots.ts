import type Modeler from 'bpmn-js/lib/Modeler';

/** Milliseconds of silence on the canvas before the XML is written. */
const quietMs = 120;

/** Writes the XML of a modeler after changes, never more often than needed, and the newest on request. */
export class ModelSnapshots {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStale = false;
  private xml: string;

  constructor(
    private readonly modeler: Modeler,
    initialXml: string,
    private readonly onXml: (xml: string) => void,
  ) {
    this.xml = initialXml;
  }

  /** The model has changed. */
  mark(): void {
    this.isStale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), quietMs);
  }

  /** The XML as of now; `onXml` has heard it when this resolves. Takes microtasks only. */
  async now(): Promise<string> {
    clearTimeout(this.timer);
    if (!this.isStale) return this.xml;
    this.isStale = false;
    const { xml } = await this.modeler.saveXML({ format: true });
    if (xml !== undefined && xml !== this.xml) {
      this.xml = xml;
      this.onXml(xml);
    }
    return this.xml;
  }
}
