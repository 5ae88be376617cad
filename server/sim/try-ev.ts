import { runSeed } from './run-seed.ts';
import { makeTemplate } from './template.ts';
export const go = async (n: number) => {
  const template = await makeTemplate();
  await runSeed(template, 1);
  let ev = 0, last = 0, commits = 0; const t = process.cpuUsage();
  const slow: string[] = [];
  const h = new Map<string, number>(); (globalThis as any).HIST = (q: string) => h.set(q, (h.get(q) ?? 0) + 1);
  for (let s = Number(process.env['S0'] ?? 1); s < Number(process.env['S0'] ?? 1) + n; s++) { const c = process.cpuUsage(); const r = await runSeed(template, s); const d = process.cpuUsage(c); ev += r.events; last += r.lastedMs; commits += r.commits;
    const ms = (d.user + d.system) / 1000; if (ms > 150) slow.push(`${s}: ${ms.toFixed(0)} ms, ${r.events} ev, lasted ${r.lastedMs}, nodes ${r.swarm.nodes} poll ${r.swarm.pollMs} commits ${r.commits} chaos ${r.swarm.chaosMs}`);}
  const u = process.cpuUsage(t);
  console.log({ ev: ev / n, last: last / n, commits: commits / n, cpu: (u.user + u.system) / 1000 / n });
  console.log([...h].sort((a,b)=>b[1]-a[1]).slice(0,25).map(([q,c])=>c+' '+q.slice(0,110).replace(/\s+/g,' ')).join('\n'));
  console.log(slow.join('\n'));
};

