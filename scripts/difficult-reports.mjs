// Reports that are hard to make well, for the validators. Each is a template or dataset bent in one way, and made by the program as a user would.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin/barometer-report.js');
const shipped = join(root, 'fixtures/juni-2026');

const long = 'meget lang tekst om indvandrere og efterkommere med ikke-vestlig oprindelse ';

/** Name → how the template, the dataset's description or its rows differ, and whose report it is. */
const cases = {
  'tegn-i-titler': {
    template: (t) => {
      t.titel.lokal = 'Rapport: "A & B" <i>kursiv</i> \'enkelt\' (parentes) \\ skråstreg ]]> – »citat« …';
      t.maalsaetninger.maal[0].navn = 'Arbejde & <løn>';
      t.noegletal.grupper[0].overskrift = 'Nøgletal "i" & <om> \\ (alt)';
      t.fodnote.url = "https://integrationsbarometer.dk/?a=1&b='(2)'";
    },
    info: (d) => {
      d.titel = 'Titel med & < > " \' ]]> og – »«';
      d.kilder = [{ navn: 'Kilde & <søn>', url: 'https://integrationsbarometer.dk/?x=1&y=(2)' }];
    },
  },
  'lange-navne': {
    template: (t) => {
      t.titel.emne = `{navn}, ${long.repeat(2)}.`;
      for (const group of t.noegletal.grupper) group.overskrift += ` ${long.repeat(2)}`;
      t.maalsaetninger.maal[0].navn += ` ${long.repeat(3)}`;
      t.maalsaetninger.maal[0].indikatorer[0].tekst += 'Donaudampfskibsselskabskaptajn'.repeat(4);
      t.maalsaetninger.maal[0].indikatorer[0].enhed = 'procentpointerpådetsamledearbejdsmarked';
      t.fodnote.linktekst += '/en/meget/lang/adresse'.repeat(8);
    },
  },
  'alt-tomt': { rows: (line) => line.replace(/^(161|000)(;[^;]*;[^;]*;)[^;]*;.*$/, '$1$2..;officiel') },
  'mange-sider': {
    template: (t) => {
      for (const goal of t.maalsaetninger.maal) goal.nySideFoer = true;
      for (const goal of t.maalsaetninger.maal) goal.tekst += ` ${long.repeat(4)}`;
    },
  },
  'fremmede-tegn': {
    template: (t) => {
      t.titel.emne = '{navn} – Łódź, Kalaallit Nunaat, Þórshöfn, Čeština, Αθήνα, Київ, → ≤ ½ €.';
    },
  },
  'hele-landet': { args: ['--hele-landet'] },
  'et-aar': {
    template: (t) => {
      for (const goal of t.maalsaetninger.maal) goal.basisaar = statusYears[goal.nummer] ?? 2024;
    },
  },
  'to-aar': { rows: (line) => (isBetween(line) ? '' : line) },
  'fyrre-maal': {
    template: (t) => {
      const [first] = t.maalsaetninger.maal;
      for (let number = 10; number <= 40; number++) {
        const indicators = first.indikatorer.map((one, index) => ({ ...one, id: `${number}.${index + 1}` }));
        const goal = { ...first, nummer: number, navn: `Målsætning ${number}`, indikatorer: indicators };
        t.maalsaetninger.maal.push(goal);
      }
    },
    info: (d) => {
      const ids = copies(';1.1;\n;1.2;').flatMap((lines) => lines.match(/\d+\.\d/g));
      d.accepter = { 'samme-som-serie': Object.fromEntries(ids.map((id) => [id, '2024'])) };
    },
    rows: (line) => [line, ...(/;1\.\d;/.test(line) ? copies(line) : [])].join('\n'),
  },
};

/** Goals whose newest figures are not of 2024. */
const statusYears = { 8: 2025, 9: 2023 };

/** A row of an indicator for a year between the baseline and the status year. */
function isBetween(line) {
  const [, goal, year] = /^\d*;(\d)\.\d;(\d{4});/.exec(line) ?? [];
  return year > (goal === '8' ? 2018 : 2012) && year < (statusYears[goal] ?? 2024);
}

/** A row of goal 1 for each of the goals from 10 to 40. */
function copies(line) {
  return Array.from({ length: 31 }, (_, index) => line.replace(/;1\.(\d);/g, `;${index + 10}.$1;`));
}

/** Makes all difficult reports as <folder>/<name>.pdf, and with annex as <folder>/<name>-bilag.pdf. */
export function makeDifficultReports(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, one] of Object.entries(cases)) makeOne(folder, name, one);
}

function makeOne(folder, name, { template, info, rows, args = ['--kommune', 'Glostrup'] }) {
  const work = join(folder, `${name}-kilder`);
  cpSync(shipped, work, { recursive: true });
  if (info) changeJson(join(work, 'datasaet.json'), info);
  if (rows) for (const file of ['indikatorer.csv', 'noegletal.csv']) changeLines(join(work, file), rows);
  const wording = join(work, 'skabelon.json');
  cpSync(join(root, 'templates/udviklingsrapport.json'), wording);
  if (template) changeJson(wording, template);
  const options = ['--data', work, '--skabelon', wording, '--dato', '2026-06-06', '--stille'];
  for (const [ending, more] of Object.entries({ '': [], '-bilag': ['--bilag'] })) {
    const file = join(folder, `${name}${ending}.pdf`);
    execFileSync(process.execPath, [program, ...args, ...options, ...more, '--ud', file], { stdio: 'inherit' });
  }
}

function changeJson(path, change) {
  const value = JSON.parse(readFileSync(path, 'utf8'));
  change(value);
  writeFileSync(path, JSON.stringify(value));
}

function changeLines(path, change) {
  const [head, ...lines] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [head, ...lines.map(change)].join('\n'));
}
