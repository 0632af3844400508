// The goals of the program, as ratios in one run.

const ratio = (value) => `${value.toFixed(2)} ×`;
const seconds = (value) => `${value.toFixed(2)} s`;

/** Rows of the goals' table. A goal whose measurement is missing says so. */
export function goalRows({ warm, floor, batch, cold, counts, years }) {
  const ours = warm?.ours?.ms?.median;
  const [few] = counts ?? [];
  const many = counts?.at(-1);
  const of = (first, second) => (first === undefined || second === undefined ? undefined : first / second);
  const typstWarm = warm?.typst?.ms?.median;
  return [
    row('one report among many ÷ Typst, same work', of(ours, typstWarm), 0.5, ratio),
    row('one report among many ÷ Typst, tags only', of(ours, warm?.['typst-tagged']?.ms?.median), 0.5, ratio),
    row('one report among many ÷ floor (moonshot)', of(ours, floor?.ms.median), 5, ratio),
    row('`--alle`, 98 files', batch?.ours?.seconds?.median, 1.5, seconds),
    row(
      '`--alle` ÷ Typst making the same',
      of(batch?.ours?.seconds?.median, batch?.typst?.seconds?.median),
      0.5,
      ratio,
    ),
    row('cold `--kommune` ÷ cold Typst', of(cold?.ours?.seconds?.median, cold?.typst?.seconds?.median), 1, ratio),
    row(`${many?.count ?? 10000} reports ÷ 98, per report`, of(many?.ms.median, few?.ms.median), 1.1, ratio),
    row(`memory of ${many?.count ?? 10000} reports`, many?.peak, 250, (mb) => `${mb.toFixed(0)} MB`),
    row('ten times as many years ÷ one, whole run', growth(years, 10), 1.5, ratio),
    row('largest file', warm?.ours?.bytes?.most / 1000, 60, (kb) => `${kb.toFixed(1)} KB`),
  ];
}

const growth = (years, factor) => {
  const one = years?.find((each) => each.factor === 1);
  const ten = years?.find((each) => each.factor === factor);
  return one && ten ? ten.seconds.median / one.seconds.median : undefined;
};

function row(name, value, limit, print) {
  if (value === undefined || Number.isNaN(value))
    return { name, limit: print(limit), value: 'not measured', met: null };
  return { name, limit: print(limit), value: print(value), met: value <= limit };
}
