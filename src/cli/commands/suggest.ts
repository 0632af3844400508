import { suggestFor } from '../../dataset/index.ts';
import { exitCode } from '../../errors.ts';
import { seriesTexts } from '../../report/index.ts';
import type { CommandDefinition } from '../command-line.ts';
import { catalogueFor, readTemplate } from '../inputs.ts';

interface SuggestCommandOptions {
  readonly ark?: string;
  readonly skabelon?: string;
}

/** `tilpas`: begins the entry in datasaet.json for a file from StatBank, and says what is left to do. */
export const suggestCommand: CommandDefinition<SuggestCommandOptions> = {
  name: 'tilpas',
  description: 'lav et udkast til, hvordan en fil fra Statistikbanken skal læses (til datasaet.json)',
  define: (command) =>
    command
      .usage('[tilvalg] <fil>')
      .argument('<fil>', 'CSV- eller Excel-fil (.xlsx) fra Statistikbanken')
      .option('--ark <navn>', 'arket i en Excel-fil (standard: det første)')
      .option('--skabelon <fil>', 'skabelon med rapportens ordlyd (standard: den, der følger med programmet)'),
  examples: ['barometer-report tilpas folk1a.csv', 'barometer-report tilpas ras200.xlsx --ark RAS200 > ras200.json'],
  run: async ({ ark, ...options }, world, [file = '']) => {
    const { template } = readTemplate(options);
    const suggestion = await suggestFor(file, catalogueFor(template), {
      sheet: ark,
      sheetOption: '--ark',
      checkCommand: 'barometer-report valider --data <mappe>',
      texts: seriesTexts(template),
    });
    world.stderr(suggestion.explanation);
    await world.stdout(`${JSON.stringify(suggestion.entry, null, 2)}\n`);
    return exitCode.ok;
  },
};
