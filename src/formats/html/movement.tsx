import type { AnnexGoal, GoalMovement } from '../../report/index.ts';
import { Hidden, Sign } from './text.tsx';

/** The shapes of movements, drawn once on a page and referred to. */
export const MovementSymbols = () => (
  <svg class="symbols" width="0" height="0" aria-hidden="true" focusable="false">
    <symbol id="positive" viewBox="0 0 18 18">
      <circle class="disc" cx="9" cy="9" r="8" />
      <path class="cut" d="M9 4.7v8.6M4.7 9h8.6" />
    </symbol>
    <symbol id="negative" viewBox="0 0 18 18">
      <circle class="disc" cx="9" cy="9" r="8" />
      <path class="cut" d="M4.7 9h8.6" />
    </symbol>
    <symbol id="unchanged" viewBox="0 0 18 18">
      <circle class="ring" cx="9" cy="9" r="8" />
      <path class="ring" d="M5 7.2h8M5 10.8h8" />
    </symbol>
    <symbol id="mixed" viewBox="0 0 18 18">
      <circle class="ring" cx="9" cy="9" r="8" />
      <path class="half" d="M9 1a8 8 0 0 0 0 16z" />
    </symbol>
  </svg>
);

interface MovementProps {
  readonly of: GoalMovement;
  readonly word: string;
  /** The word is for screen readers alone. */
  readonly quiet?: boolean;
}

/** A movement as sign and word. */
export const MovementSign = ({ of, word, quiet = false }: MovementProps) => (
  <span class={`move ${of}`}>
    <svg class="sign" aria-hidden="true" focusable="false">
      <use href={`#${of}`} />
    </svg>
    {quiet ? <Hidden>{word}</Hidden> : ` ${word}`}
  </span>
);

interface MaybeProps {
  readonly of: Pick<AnnexGoal, 'movement' | 'movementText'> | null | undefined;
  /** In place of a movement; where the sign stands alone for screen readers only. */
  readonly without?: string | undefined;
  readonly quiet?: boolean;
}

/** The movement of a goal or an indicator, or that it has none. */
export function MaybeMovement({ of, without = '', quiet = false }: MaybeProps) {
  const { movement = null, movementText = null } = of ?? {};
  if (movement !== null && movementText !== null)
    return <MovementSign of={movement} word={movementText} quiet={quiet} />;
  return quiet ? <Sign sign="–" words={without} /> : <span class="muted">{without}</span>;
}
