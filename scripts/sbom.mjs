// @ts-check
// `npm run sbom`: writes the bill of materials of what runs (CycloneDX 1.6, JSON) to the standard output; `npm run --silent sbom > sbom.json` keeps it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLockfile } from './lib/lockfile.mjs';
import { projectFolder } from './lib/project.mjs';
import { billOfMaterials } from './lib/sbom.mjs';

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
process.stdout.write(`${JSON.stringify(billOfMaterials(readLockfile(), version), null, 2)}\n`);
