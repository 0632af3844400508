// The results as Markdown: the peers side by side, and the program beside its goals.

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const markdown = (results) =>
  [
    `${results.date}, \`${results.command}\`, ${results.machine}. Medians, in brackets lowest and highest.`,
    peersTable(results),
    table(['goal', 'at most', 'measured', 'met'], goalRows(results)),
  ].join('\n\n');

function peersTable({ peers, measured }) {
  const head = ['', 'makes', 'warm, ms a report', 'batch of 98, s', 'cold single, s', 'memory, MB', 'file, KB'];
  const spread = ({ median, least, most }) =>
    least === most ? median.toFixed(2) : `${median.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;
  const rows = peers.map(({ id, name, makes, version }) => {
    if (version === null) return [name, 'not installed', '', '', '', '', ''];
    const { fault, warm, batch, cold, mb, kb } = measured[id];
    if (fault !== undefined) return [name, `failed: ${fault.replaceAll('|', '/')}`, '', '', '', '', ''];
    const numbers = [warm.toFixed(1), spread(batch), spread(cold), mb.toFixed(0), kb.toFixed(0)];
    return [`${name} (${version})`, makes, ...numbers];
  });
  return table(head, rows);
}

const times = (value) => `${value.toFixed(2)} ×`;
const megabytes = (value) => `${value.toFixed(0)} MB`;
const seconds = (value) => `${value.toFixed(1)} s`;

/** Goals that rest on a peer which was not measured are left out. */
function goalRows({ measured, many, rows, site, hostile }) {
  const { ours, ...others } = measured;
  const of = (id, part) => {
    const [first, second] = [ours, others[id]].map((peer) => peer?.[part]?.median ?? peer?.[part]);
    return first / second;
  };
  const goals = [
    ['`--alle` ÷ Python and Typst, whole job', 0.7, times, of('typst-whole-job', 'batch')],
    ['cold `--kommune` ÷ Python and Typst, which check nothing', null, times, of('typst-whole-job', 'cold')],
    ['warm report ÷ pdfmake, plain use', 0.1, times, of('pdfmake', 'warm')],
    ['memory of 98 reports', 250, megabytes, ours?.mb],
    [`memory of ${many.reports} reports in one process`, 250, megabytes, many.last],
    ['... ÷ memory of half of them', 1.1, times, many.last / many.half],
    [`${rows.count} rows, \`valider\` ÷ csv-parse alone`, 3.5, times, rows.ratio],
    ['... memory', 400, megabytes, rows.mb],
    ['`udgiv` ÷ `--alle --bilag`', 1.6, times, site.edition / site.reports],
    ['... memory', 350, megabytes, site.mb],
    ['pages ÷ Eleventy, both handed finished JSON', 1, times, site.pages / site.eleventy],
    ...hostile.map((file) => [`${file.name} refused`, file.limit, seconds, file.seconds]),
    ['... memory, the most of these', 250, megabytes, Math.max(...hostile.map(({ mb }) => mb))],
  ];
  return goals
    .filter(([, , , value]) => Number.isFinite(value))
    .map(([name, limit, print, value]) =>
      limit === null ? [name, '', print(value), ''] : [name, print(limit), print(value), value <= limit ? 'yes' : 'no'],
    );
}
