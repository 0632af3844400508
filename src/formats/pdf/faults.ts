import { exitCode, InternalError, UserError } from '../../errors.ts';
import { drawnText, type Fault, type TaggedPdfError } from '../../tagged-pdf/index.ts';

/** What a report that was refused says to its users: their texts are theirs to mend, all else is ours. */
export function reportError(cause: TaggedPdfError): Error {
  const { faults } = cause;
  const glyphs = faults.flatMap((fault) => (fault.code === 'missing-glyph' ? [fault] : []));
  if (glyphs.length > 0) {
    const lines = glyphs.map(({ character, text }) => `  ${codePoint(character)} i "${text}"`);
    return userError(
      ['Skrifttypen har ikke alle tegn i rapporten. Ret teksten i skabelonen eller datasættet:', ...lines].join('\n'),
      cause,
    );
  }
  const [fault] = faults;
  if (fault?.code === 'text-lost' && fault.place !== null) {
    const reason = 'er for lang: rækken fylder mere end en side. Gør teksten i skabelonen kortere.';
    return userError(`Teksten ved "${fault.place}" ${reason}`, cause);
  }
  const unplaced = faults.flatMap((each) => {
    if (each.code === 'text-outside-picture') return [`"${shown(each.text)}" (${each.place} i skabelonen)`];
    if (each.code === 'texts-overlap')
      return [`"${shown(each.one)}" og "${shown(each.two)}" i "${shown(each.picture)}"`];
    return each.code === 'outside-page' || each.code === 'text-lost' ? [`"${shown(each.text)}"`] : [];
  });
  if (unplaced.length === faults.length) {
    const lines = unplaced.map((each) => `  ${each}`);
    return userError(
      ['Rapporten har ikke plads til alle tekster. Gør dem kortere i skabelonen eller datasættet:', ...lines].join(
        '\n',
      ),
      cause,
    );
  }
  const said = faults.map((each) => `- ${sentenceOf(each)}`);
  return new InternalError(['Rapporten kan ikke skrives som tilgængelig PDF:', ...said].join('\n'), { cause });
}

const userError = (message: string, cause: Error): UserError => new UserError(exitCode.data, message, { cause });

/** Enough of a text to find it by. */
const shown = (text: string): string => {
  const drawn = drawnText(text).trim();
  return drawn.length > 80 ? `${drawn.slice(0, 79)}…` : drawn;
};

/** As people write it, "U+1F600". */
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function sentenceOf(fault: Fault): string {
  switch (fault.code) {
    case 'nothing-to-read':
      return `${fault.type} har hverken synlig tekst eller tekst til oplæsning.`;
    case 'slot-silent':
      return `"${fault.slot}" har hverken synlig tekst eller tekst til oplæsning.`;
    case 'slot-unfilled':
      return `Feltet "${fault.slot}" er ikke udfyldt.`;
    case 'slot-unknown':
      return `Der er intet felt til "${fault.slot}".`;
    case 'id-repeated':
      return `"${fault.id}" er brugt flere gange.`;
    default: {
      const { code, ...data } = fault;
      return [code, ...Object.values(data)].join(' ');
    }
  }
}
