// The results as Markdown.
import { goalRows } from './goals.mjs';

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const spread = ({ median, least, most }, digits) =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}-${most.toFixed(digits)})`;

const cell = (result, key, print) => (result?.[key] === undefined ? '-' : print(result[key]));

/** Everything that `results` holds; `machine` and `command` say where it comes from. */
export function markdown(results) {
  const { machine, command, date } = results;
  return [
    `${date}, \`${command}\`. ${machine}.`,
    'Medians, in brackets the lowest and the highest of the interleaved runs.',
    peersTable(results),
    goalsTable(results),
    ...(results.counts ? [countsTable(results.counts)] : []),
    ...(results.years ? [yearsTable(results.years)] : []),
  ].join('\n\n');
}

function peersTable({ peers, warm, batch, cold, memory, floor }) {
  const head = ['', 'makes', 'warm, ms a report', 'batch of 98, s', 'cold single, s', 'peak memory, MB', 'file, KB'];
  const rows = peers.map(({ id, name, makes, version }) => {
    const label = `${name}${version === null ? '' : ` (${version})`}`;
    if (version === null) return [label, 'not installed', '-', '-', '-', '-', '-'];
    if (warm[id]?.fault) return [label, `failed: ${warm[id].fault.replaceAll('|', '/')}`, '-', '-', '-', '-', '-'];
    return [
      label,
      makes,
      cell(warm[id], 'ms', (value) => spread(value, 1)),
      cell(batch[id], 'seconds', (value) => spread(value, 2)),
      cell(cold[id], 'seconds', (value) => spread(value, 2)),
      cell(memory[id], 'mb', (value) => value.toFixed(0)),
      cell(warm[id], 'bytes', (value) => (value.median / 1000).toFixed(1)),
    ];
  });
  const least = [
    'floor: compress and write',
    `${(floor.raw / 1000).toFixed(0)} KB`,
    spread(floor.ms, 1),
    '-',
    '-',
    '-',
    '-',
  ];
  return table(head, [...rows, least]);
}

function goalsTable(results) {
  const verdict = (met) => (met === null ? '-' : met ? 'yes' : 'no');
  return table(
    ['goal', 'at most', 'measured', 'met'],
    goalRows(results).map(({ name, limit, value, met }) => [name, limit, value, verdict(met)]),
  );
}

const megabytes = (value) => (value === null ? '-' : value.toFixed(0));

const countsTable = (counts) =>
  table(
    ['reports, one worker', 'ms a report, start included', 'memory after 500, MB', 'at the end, MB', 'peak, MB'],
    counts.map(({ count, ms, early, late, peak }) => [
      count,
      spread(ms, 1),
      megabytes(early),
      megabytes(late),
      megabytes(peak),
    ]),
  );

const yearsTable = (years) =>
  table(
    ['years of data', 'rows', 'MB', '`--alle`, s'],
    years.map(({ factor, rows, bytes, seconds }) => [
      `${factor} ×`,
      rows,
      (bytes / 1e6).toFixed(1),
      spread(seconds, 2),
    ]),
  );
