import { rememberOf } from '../../remember.ts';
import { fieldsOf, type PlacedField } from '../fields.ts';
import type { FontSet } from '../fonts.ts';
import type { Fill, Form, PdfDocument } from '../model.ts';
import { missingFault } from './glyphs.ts';
import { isInside } from './links.ts';
import { isText, type Note, type Survey } from './survey.ts';

/** Faults of the fields themselves: each is content once, and one that may be blank is all of its element. */
export function fieldFaults(form: Form, seen: Survey, note: Note): void {
  const names = new Set<string>();
  for (const { name, owner, mayBeBlank } of fieldsOf(form)) {
    if (owner.kind === 'artifact') continue;
    if (names.has(name)) note(`Der er flere felter med navnet »${name}«.`);
    names.add(name);
    const element = seen.leaves.get(owner);
    const isAll = element?.children.length === 1 && seen.drawn.get(owner)?.text === name;
    if (mayBeBlank && !isAll) note(`Feltet »${name}« må ikke være tomt, for dets element har andet indhold.`);
    if (mayBeBlank && element?.actualText !== undefined) note(`Feltet »${name}« har to tekster til oplæsning.`);
  }
}

const namesOf = rememberOf((form: Form): ReadonlySet<string> => new Set(fieldsOf(form).map(({ name }) => name)));

/** Faults of what one document writes into its form: every field is filled, and nothing is left over. */
export function fillFaults({ form, fills }: PdfDocument, fonts: FontSet, note: Note): void {
  for (const field of fieldsOf(form)) {
    const fill = fills.get(field.name);
    const noteHere: Note = (fault) => note(`Side ${field.pageNumber}: ${fault}`);
    if (fill === undefined) noteHere(`Feltet »${field.name}« er ikke udfyldt.`);
    else if (isText(fill.text)) textFaults(fill, field, fonts, noteHere);
    else blankFaults(fill, field, noteHere);
  }
  const names = namesOf(form);
  for (const name of fills.keys()) if (!names.has(name)) note(`Der er intet felt til »${name}«.`);
}

function textFaults({ text, x, spoken }: Fill, { page, y, font, size }: PlacedField, fonts: FontSet, note: Note): void {
  const character = fonts.missing(text, font);
  if (character !== null) note(missingFault(character, text));
  const box = { x, y: y - size * 0.75, width: fonts.measure(text, font, size), height: size };
  if (!isInside(box, page)) note(`»${text}« står uden for siden.`);
  if (spoken !== null) note(`»${text}« har en tekst til oplæsning i stedet for sig selv.`);
}

function blankFaults({ text, spoken }: Fill, { name, mayBeBlank }: PlacedField, note: Note): void {
  if (text !== '' || !mayBeBlank) note(`Feltet »${name}« er uden synlig tekst.`);
  if (!isText(spoken ?? '')) note(`Feltet »${name}« har hverken synlig tekst eller tekst til oplæsning.`);
}
