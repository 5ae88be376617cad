import type { Knex } from 'knex';

/** The part of Knex's client (untyped there) that lends out connections of the driver. */
export interface DriverClient<Connection> {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
}

/** Gives access to the driver's own connections. */
export const driverClient = <Connection>(knex: Knex): DriverClient<Connection> =>
  knex.client as DriverClient<Connection>;
