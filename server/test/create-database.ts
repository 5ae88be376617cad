import pg from 'pg';

/** Runs one statement on the maintenance database of a PostgreSQL. */
export const maintain = async (maintenanceUrl: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** Creates an empty database; answers its address. */
export const createDatabase = async (maintenanceUrl: string, name: string): Promise<string> => {
  await maintain(maintenanceUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  return url.href;
};
