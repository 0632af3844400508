import shipped from '../../templates/udviklingsrapport.json' with { type: 'json' };

/** Whatever JSON holds between braces. */
type Json = Readonly<Record<string, unknown>>;

/** Wording that came after 0.4.1, beside that of the annex: a template without it has that of the shipped one. */
const laterFields = ['sidefod', 'opdigtetSidefod', 'maalsaetninger.intetAar'];

/** Fields of the annex that 0.4.1 had and no text is made of any more. */
const formerFields = [
  ...['bevaegelse', 'kurve', 'spredningUnder'].map((name) => `kolonner.${name}`),
  ...['positiv', 'negativ', 'uaendret', 'blandet'].map((name) => `bevaegelser.${name}.tegn`),
  ...['raekkefoelge', 'tal', 'positiv', 'negativ', 'uaendret', 'blandet'].map((name) => `kortFortalt.${name}`),
  ...['uaendretOgBlandet', 'stoerst', 'heleLandet'].map((name) => `kortFortalt.${name}`),
  ...['foerste', 'sidste', 'heleLandet'].map((name) => `kurve.${name}`),
  ...['kurvetekst.tabel', 'spredning.tekst', 'aarstabel.tabelnavn', 'noter.tegn'],
  ...['felt', 'feltUdenTid', 'heleRaekken', 'tommeFelter.aarstal', 'tommeFelter.grunde'].map((name) => `noter.${name}`),
];

/**
 * A template as it is in its file, brought up to date: what it lacks of later wording is taken from the template that
 * comes with the program, and what is no longer used is left out. A template without an annex gets none.
 */
export function upToDate(template: unknown): unknown {
  if (!isJson(template)) return template;
  const later = laterFields.reduce((whole, path) => withDefault(whole, path.split('.'), shipped), template);
  if (!isJson(later['bilag'])) return later;
  const annex = formerFields.reduce((whole, path) => without(whole, path.split('.')), later['bilag']);
  return { ...later, bilag: filled(annex, shipped.bilag) };
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function withDefault(given: Json, [name = '', ...rest]: readonly string[], from: Json): Json {
  const [own, other] = [given[name], from[name]];
  if (rest.length === 0) return own === undefined ? { ...given, [name]: other } : given;
  return isJson(own) && isJson(other) ? { ...given, [name]: withDefault(own, rest, other) } : given;
}

function without(given: Json, [name = '', ...rest]: readonly string[]): Json {
  const { [name]: own, ...others } = given;
  if (rest.length === 0) return others;
  return isJson(own) ? { ...given, [name]: without(own, rest) } : given;
}

/** All that `from` has and `given` lacks, at every level. */
function filled(given: Json, from: Json): Json {
  const lacking = Object.entries(from).map(([name, other]) => {
    const own = given[name];
    return [name, own === undefined ? other : isJson(own) && isJson(other) ? filled(own, other) : own];
  });
  return { ...given, ...Object.fromEntries(lacking) };
}
