import type { FieldMark } from '../pdf/index.ts';
import type { Kit } from './kit.ts';
import { plain, type SetText } from './paragraph.ts';
import type { Column, TextStyle } from './style.ts';
import type { Slot } from './wording.ts';

/** Where the text of a slot stands, and how it looks. */
export interface SlotLook {
  readonly style: TextStyle;
  readonly column: Column;
}

/** A slot set in its column: a field, or the text that is too long for one. */
export function setSlot(
  slot: Slot,
  field: Pick<FieldMark, 'name' | 'owner' | 'mayBeBlank'>,
  { style, column }: SlotLook,
  kit: Kit,
): SetText {
  return slot === null ? kit.field(field, style) : kit.typeset(plain(slot, style, field.owner), column.width);
}
