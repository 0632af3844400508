import { csvFile } from '../../csv.ts';
import { exitCode } from '../../errors.ts';
import { type Municipality, municipalities } from '../../municipalities/index.ts';
import { textTable } from '../../text-table.ts';
import { type CommandDefinition, printFormatOption } from '../command-line.ts';

interface MunicipalityOptions {
  readonly format: 'tekst' | 'json' | 'csv';
}

/** `kommuner`: the municipalities by code. */
export const municipalitiesCommand: CommandDefinition<MunicipalityOptions> = {
  name: 'kommuner',
  description: 'vis de 98 kommuner med kode og region',
  define: (command) => command.addOption(printFormatOption('tekst', 'json', 'csv')),
  examples: ['barometer-report kommuner', 'barometer-report kommuner --format csv'],
  run: async ({ format }, world) => {
    await world.stdout(renderers[format](municipalities));
    return exitCode.ok;
  },
};

const renderers: Record<MunicipalityOptions['format'], (list: readonly Municipality[]) => string> = {
  tekst: (list) =>
    textTable(list.map(({ code, name, region }) => [code, name, region]))
      .map((line) => `${line}\n`)
      .join(''),
  json: (list) => {
    const entries = list.map(({ code, name, region }) => ({ kode: code, navn: name, region }));
    return `${JSON.stringify(entries, null, 2)}\n`;
  },
  csv: (list) =>
    csvFile([['kommunekode', 'kommune', 'region'], ...list.map(({ code, name, region }) => [code, name, region])]),
};
