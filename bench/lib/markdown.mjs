// The results as Markdown: the peers side by side, and the program beside its goals.

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const spread = ({ median, least, most }) =>
  least === most ? median.toFixed(2) : `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;

export const markdown = (results) =>
  [
    `${results.date}, \`${results.command}\`, ${results.machine}. Medians, in brackets lowest and highest.`,
    peersTable(results),
    table(['goal', 'at most', 'measured', 'met'], goalRows(results)),
  ].join('\n\n');

function peersTable({ peers, measured }) {
  const head = ['', 'makes', 'warm, ms a report', 'batch of 98, s', 'cold single, s', 'memory, MB', 'file, KB'];
  const rows = peers.map(({ id, name, makes, version }) => {
    if (version === null) return [name, 'not installed', '', '', '', '', ''];
    const label = `${name} (${version})`;
    const { fault, warm, batch, cold, mb, kb } = measured[id];
    if (fault !== undefined) return [label, `failed: ${fault.replaceAll('|', '/')}`, '', '', '', '', ''];
    return [label, makes, warm.toFixed(1), spread(batch), spread(cold), mb.toFixed(0), kb.toFixed(0)];
  });
  return table(head, rows);
}

const times = (value) => `${value.toFixed(2)} ×`;
const megabytes = (value) => `${value.toFixed(0)} MB`;

/** A goal whose measurement is missing is left out. */
function goalRows({ measured, many, rows, hostile }) {
  const { ours, pdfmake, 'typst-finished-text': finished, 'typst-whole-job': job, 'typst-loop': loop } = measured;
  const batch = (peer) => () => ours.batch.median / peer.batch.median;
  return [
    goal('`--alle` ÷ Typst, handed finished text', 0.5, times, batch(finished)),
    goal('`--alle` ÷ Typst, whole job, one process', 0.15, times, batch(job)),
    goal('`--alle` ÷ Typst, whole job, a process per report', 0.15, times, batch(loop)),
    goal('cold `--kommune` ÷ Typst, whole job', 0.5, times, () => ours.cold.median / job.cold.median),
    goal('warm report ÷ plain pdfmake', 0.1, times, () => ours.warm / pdfmake.warm),
    goal('memory of 98 reports', 250, megabytes, () => ours.mb),
    goal(`memory of ${many?.reports} reports in one process`, 250, megabytes, () => many.last),
    goal('... ÷ memory of half of them', 1.1, times, () => many.last / many.half),
    goal(`${rows?.count} rows, \`valider\` ÷ csv-parse alone`, 3.5, times, () => rows.seconds / rows.alone.seconds),
    goal('... memory', 400, megabytes, () => rows.mb),
    ...(hostile ?? []).map(({ name, seconds, limit }) =>
      goal(
        `${name} refused`,
        limit,
        (value) => `${value.toFixed(1)} s`,
        () => seconds,
      ),
    ),
    goal('... memory, the most of these', 250, megabytes, () => Math.max(...hostile.map(({ mb }) => mb))),
  ].filter((row) => row !== null);
}

function goal(name, limit, print, measure) {
  let value = Number.NaN;
  try {
    value = measure();
  } catch {
    // something that the goal rests on was not measured
  }
  return Number.isFinite(value) ? [name, print(limit), print(value), value <= limit ? 'yes' : 'no'] : null;
}
