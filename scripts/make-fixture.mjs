/**
 * Makes fixtures/juni-2026, the dataset that comes with the program: the published figures of the reference report
 * and, for all else, made-up figures that follow from a seed. Running it again gives the same bytes.
 *
 * node scripts/make-fixture.mjs [folder]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indicatorRows } from './fixture/indicators.mjs';
import { keyFigureRows } from './fixture/key-figures.mjs';
import { csvText } from './fixture/text.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The 98 municipalities with approximate populations, which only scale the made-up figures. */
const readMunicipalities = () =>
  readFileSync(join(here, 'fixture', 'population.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(';'))
    .map(([code, population]) => ({ code, population: Number(population) }));

const info = {
  udgave: '2026-06',
  titel:
    'Integrationsbarometeret, juni 2026. Tallene for Glostrup og landets nøgletal er offentliggjorte; alle andre tal er opdigtede eksempeldata.',
  decimaltegn: ',',
  kilder: [
    {
      navn: 'Integrationsbarometeret, udviklingsrapporter',
      url: 'https://integrationsbarometer.dk/udviklingsrapporter/hele-landet.html',
    },
    {
      navn: 'Integrationsbarometeret, barometerbevægelser',
      url: 'https://integrationsbarometer.dk/om-integrationsbarometeret/barometerbevaegelser',
    },
  ],
};

const municipalities = readMunicipalities();
const files = {
  'datasaet.json': `${JSON.stringify(info, null, 2)}\n`,
  'indikatorer.csv': csvText('kommunekode;indikator;aar;vaerdi;kilde', indicatorRows(municipalities)),
  'noegletal.csv': csvText('kommunekode;noegletal;periode;vaerdi;kilde', keyFigureRows(municipalities)),
};

const folder = process.argv[2] ?? join(here, '..', 'fixtures', 'juni-2026');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
