// @ts-check

/** From this severity on a hole is a reason not to release. */
const grave = new Set(['high', 'critical']);

/**
 * What the answer of `pnpm audit --json` means.
 * @param {string} stdout
 * @param {string} stderr
 * @returns {{ exitCode: 0 | 1 | 2, lines: string[] }} 0: no grave hole is known; 1: there is one; 2: nobody could tell
 */
export const judgeAudit = (stdout, stderr) => {
  /** @type {{ error?: { message?: string }, advisories?: Record<string, { module_name: string, severity: string, title: string, vulnerable_versions: string }> }} */
  let report = {};
  try {
    report = JSON.parse(stdout);
  } catch {
    return cannotTell(stderr || stdout);
  }
  if (report.error !== undefined || report.advisories === undefined) return cannotTell(report.error?.message ?? stdout);
  const found = Object.values(report.advisories);
  const lines = found.map(
    ({ severity, module_name: name, vulnerable_versions: versions, title }) =>
      `${severity}: ${name} ${versions}: ${title}`,
  );
  const isGrave = found.some(({ severity }) => grave.has(severity));
  return { exitCode: isGrave ? 1 : 0, lines: [...lines, `${found.length} known holes.`] };
};

/** @param {string} why @returns {{ exitCode: 2, lines: string[] }} */
const cannotTell = (why) => ({
  exitCode: 2,
  lines: [
    'Expected the registry to tell which holes are known, but it did not. Ask one that does: npm_config_registry=<its address> npm run audit.',
    why
      .replaceAll(/https?:\/\/\S+/g, '<its address>')
      .trim()
      .slice(0, 500),
  ],
});
