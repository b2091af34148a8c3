/** The result as a Markdown table, for people and for docs/performance.md. */
export function table(result) {
  const { name, scale, ours, peers, ceilings, ratios, correctness, machine } = result;
  const all = { ours, ...peers, ...ceilings };
  const lines = [
    `${name}, scale ${scale}: ${machine.cores} cores, Node ${machine.node}, PostgreSQL ${machine.postgres},` +
      ` ${machine.fsyncRate} fsyncs a second`,
    '',
  ];
  if (result.missed) lines.push(...judgedTable(result, all));
  else
    for (const load of Object.keys(ours)) {
      lines.push(`| ${load} | per second | p50 ms | p99 ms | ours is |`, '| --- | ---: | ---: | ---: | ---: |');
      for (const [who, figures] of Object.entries(all)) {
        const figure = figures[load];
        if (figure === undefined) continue;
        const ratio = who === 'ours' ? '' : `${ratios[load][who]} ×`;
        lines.push(`| ${who} | ${figure.perSecond} | ${figure.p50ms} | ${figure.p99ms} | ${ratio} |`);
      }
      lines.push('');
    }
  const columns = [...new Set(Object.values(correctness).flatMap((found) => Object.keys(found)))];
  lines.push(`| correctness | ${columns.join(' | ')} |`, `| --- |${' ---: |'.repeat(columns.length)}`);
  for (const [who, found] of Object.entries(correctness))
    lines.push(`| ${who} | ${columns.map((column) => found[column] ?? '').join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

/** A line a load: p50 and p99 of everybody, and whether it is as it must be. */
function judgedTable({ ours, missed }, all) {
  const who = Object.keys(all);
  const lines = [
    `| | ${who.map((one) => `${one} p50; p99 ms`).join(' | ')} | rows | must |`,
    `| --- |${' ---: |'.repeat(who.length)} ---: | --- |`,
  ];
  for (const load of Object.keys(ours)) {
    const figures = who.map((one) => (load in all[one] ? `${all[one][load].p50ms}; ${all[one][load].p99ms}` : ''));
    const rows = who.flatMap((one) => all[one][load]?.rows ?? []);
    lines.push(`| ${load} | ${figures.join(' | ')} | ${rows.join('; ')} | ${missed[load] ?? 'met'} |`);
  }
  const met = Object.values(missed).filter((one) => one === null).length;
  return [...lines, '', `${met} of ${lines.length - 2} as they must be.`, ''];
}
