// @ts-check
/** `node postgres-node.mjs <url> <folder> <seconds>`: one server of scenario P10. Prints how many starts were acknowledged. */
import { withTypeScript } from '../../scripts/lib/run-typescript.mjs';

const [url = '', folder = '', seconds = '5'] = process.argv.slice(2);
await withTypeScript('server', 'bench/postgres-node.ts', async ({ startForSeconds }) => {
  console.log(await startForSeconds(url, folder, Number(seconds)));
});
