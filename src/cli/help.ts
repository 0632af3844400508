/** Everything that --help says. */
export const help = {
  description:
    'Laver udviklingsrapporten fra integrationsbarometeret som tilgængelig PDF\nfor én kommune, flere kommuner eller hele landet.',
  version: 'vis programmets version',
  municipality: 'kommunens navn eller kode; kan gentages',
  country: 'rapporten for hele landet',
  all: 'alle 98 kommuner',
  region: 'alle kommuner i en region; kan gentages',
  list: 'kommuner fra en tekstfil, én pr. linje',
  data: 'mappe med datasæt (ellers det, der følger med programmet)',
  template: 'skabelon med rapportens ordlyd (ellers den, der følger med programmet)',
  out: 'mappe (ellers rapporter/), en .pdf-fil til én rapport, eller - for standard output',
  date: 'datoen i "Rapport dannet d." (ellers SOURCE_DATE_EPOCH eller dags dato i Danmark)',
  format: 'pdf, eller json: rapportens tal og tekster til maskiner',
  parallel: 'antal tråde, der laver rapporter (ellers efter maskinens kerner)',
  stopOnFailure: 'stop ved den første rapport, der ikke kan laves',
  onlyChanged: 'spring rapporter over, hvis data og fil er uændrede',
  overwrite: 'overskriv også filer, som programmet ikke selv har lavet',
  quiet: 'skriv kun fejl',
  log: 'hændelser på standard error som tekst eller som json, én pr. linje',
  debug: 'vis teknisk fejlspor',
  outputFormat: 'udskriftens form',
  municipalities: 'vis de 98 kommuner med kode og region',
  validate: 'kontrollér et datasæt, og vis alt, hvad der er galt med det',
  explain: 'vis, hvor et trykt tal kommer fra',
  explainArgument: 'indikator ("1.1") eller nøgletal ("noegletal 13")',
  explainMunicipality: 'kommunens navn eller kode',
  explainCountry: 'tallet i rapporten for hele landet',
  extract: 'hent de indlejrede tal (JSON og CSV) ud af en rapport',
  extractArgument: 'en rapport, som dette program har lavet',
  extractOut: 'mappe til filerne',
  compare: 'vis, hvilke trykte tal der er forskellige i to datasæt',
  compareWith: 'det tidligere datasæt',
  nothingAsked:
    'Angiv, hvad der skal laves, f.eks. --kommune Glostrup, --hele-landet eller --alle. Se barometer-report --help.',
  examples: `
Eksempler:
  barometer-report --kommune Glostrup
  barometer-report --kommune 161 --kommune Høje-Taastrup --ud rapporter/
  barometer-report --hele-landet --data datasaet/ --ud landet.pdf
  barometer-report --alle --data datasaet/ --dato 2026-06-06
  barometer-report forklar --kommune Glostrup 1.1

Slutkoder: 0 alt er skrevet, 1 nogle rapporter mangler, 2 forkert brug, 65 fejl i data,
66 fil eller mappe findes ikke, 70 fejl i programmet, 73 kan ikke skrive, 75 mappen er i brug.`,
  explainExamples: `
Eksempler:
  barometer-report forklar --kommune Glostrup 1.1
  barometer-report forklar --kommune Glostrup noegletal 13
  barometer-report forklar --hele-landet 8.1 --format json`,
} as const;
