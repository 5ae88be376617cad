const ends = ["'", '"', '`', "')", "'))", '\\', '%27', '', '1', "*'"];
const deeds = [
  ' OR 1=1',
  '; DROP TABLE jobs',
  '; UPDATE users SET is_enabled = 0',
  ' UNION SELECT username, password_hash FROM users',
  ' AND 1 = (SELECT count(*) FROM users)',
  ' OR pg_sleep(5) IS NOT NULL',
  '||(SELECT pg_sleep(5))',
];
const closings = ['--', '/*', ';'];

/** 210 texts that would become a part of a statement where one is put together of texts. None is the name of anything. */
export const sqlPayloads: readonly string[] = ends.flatMap((end) =>
  deeds.flatMap((deed) => closings.map((closing) => `zz${end}${deed}${closing}`)),
);
