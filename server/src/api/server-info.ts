/** What this server tells about itself. */
export interface ServerInfo {
  /** Baton's version. */
  readonly version: string;
  /** The version of the Camunda 8 API whose shape /v2 has. */
  readonly gatewayVersion: string;
  readonly database: 'sqlite' | 'postgresql';
  /** A tag such as "test" that the web app shows; null for none. */
  readonly environment: string | null;
  /** New with every start. */
  readonly serverId: string;
  /** The port that it listens on. */
  readonly port: () => number;
}
