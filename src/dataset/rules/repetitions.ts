import { amount, clean } from '../../danish/index.ts';
import type { Figure } from '../figure.ts';
import { placeText } from '../place.ts';
import type { Count } from './fields.ts';
import { quoted } from './phrases.ts';
import { stopsSubject, warns } from './rule.ts';

/** Figures that stand twice. */

/** A figure, and the one of an earlier row that is meant for the same. */
type FigureAndKnown = readonly [figure: Figure, known: Figure];

const sayTwice = (...[figure, known]: FigureAndKnown) => ({
  value: figure.text,
  message: `Tallet står to gange med samme værdi, første gang ${placeText(known.place)}.`,
  remedy: 'Slet den ene linje.',
});

export const repetition = warns<FigureAndKnown>('gentagelse', sayTwice);

const deleteWrong = 'Slet den forkerte linje.';

const hiddenRow = (line: number): string =>
  `Række ${line} er skjult i Excel. Skriv "skjulte": "uden" i datasaet.json, hvis skjulte rækker ikke skal læses.`;

export const contradictedProvenance = stopsSubject<FigureAndKnown>('modstridende-kilde', (figure, known) => ({
  value: figure.text,
  message: `Tallet står også i ${placeText(known.place)}, men med en anden kilde. Ingen af dem bruges.`,
  remedy: deleteWrong,
}));

/** Of two rows of one file. `hiddenLine` is the line of one that Excel hides; null when it hides neither. */
export const contradicted = stopsSubject<[...FigureAndKnown, isExported: boolean, hiddenLine: number | null]>(
  'dublet',
  (figure, known, isExported, hiddenLine) => {
    // A mapping often takes rows of several kinds.
    const select =
      'Har rækkerne forskellige tekster i andre kolonner, så vælg med "udvalg" i datasaet.json, hvilken der skal bruges. Ellers slet den forkerte række.';
    return {
      value: figure.text,
      message: `Tallet står også i ${placeText(known.place)}, men med en anden værdi (${quoted(known.text)}). Ingen af dem bruges.`,
      remedy: hiddenLine === null ? (isExported ? select : deleteWrong) : hiddenRow(hiddenLine),
    };
  },
);

/** A series that two files give; `figures` are those that contradict each other. The first is told by itself. */
export const seriesInTwoFiles = stopsSubject<[...FigureAndKnown, name: string, isExported: boolean, figures: Count]>(
  'dublet',
  (figure, known, name, isExported, { count }) => {
    const [own, other] = [clean(known.place.file), clean(figure.place.file)];
    const replace = isExported
      ? ` Skal ${other} erstatte serien i ${own}, så skriv "erstatter": true ved ${other} i datasaet.json.`
      : '';
    const message =
      count === 1
        ? `Tallet står også i ${placeText(known.place)}, men med en anden værdi (${quoted(known.text)}). Ingen af dem bruges.`
        : `${name} står både i ${own} og ${other}, og ${amount(count)} tal er forskellige. Ingen af dem bruges.`;
    return {
      value: figure.text,
      message,
      remedy: `${count === 1 ? deleteWrong : 'Slet serien i den ene fil.'}${replace}`,
    };
  },
);

/** The same where both files say the same. */
export const seriesTwice = warns<[...FigureAndKnown, name: string, figures: Count]>(
  'gentagelse',
  (figure, known, name, { count }) =>
    count === 1
      ? sayTwice(figure, known)
      : {
          value: figure.text,
          message: `${name} står både i ${clean(known.place.file)} og ${clean(figure.place.file)}, og ${amount(count)} tal er ens.`,
          remedy: 'Slet serien i den ene fil.',
        },
);
