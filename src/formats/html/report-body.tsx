import type { AnnexGoal, Goal, KeyFigureTable, Report } from '../../report/index.ts';
import { IndicatorPart } from './indicator.tsx';
import { Outside } from './link.tsx';
import { goalId, keyFigureId, type Links } from './links.ts';
import { MaybeMovement } from './movement.tsx';
import { CellText, withMinus } from './text.tsx';

interface BodyProps {
  readonly report: Report;
  readonly links: Links;
}

/** All that a report with an annex shows, below the heading of its page. */
export function ReportBody({ report, links }: BodyProps) {
  const { annex, goals } = report;
  if (annex === null) throw new RangeError('A page needs the annex.');
  const both = goals.goals.flatMap((goal, index) => {
    const more = annex.goals[index];
    return more === undefined ? [] : [{ goal, annex: more }];
  });
  return (
    <>
      <section id="maalsaetninger">
        <h2>{goals.caption}</h2>
        <ol class="goals">
          {both.map((one) => (
            <li>
              <a href={`#${goalId(one.goal.number)}`}>{one.goal.name}</a> <GoalMovement {...one} report={report} />
            </li>
          ))}
        </ol>
      </section>
      {both.map((one) => (
        <GoalPart {...one} report={report} links={links} />
      ))}
      <section id="noegletal">
        <h2>Nøgletal</h2>
        {report.keyFigures.map((table) => (
          <KeyFigures table={table} links={links} />
        ))}
      </section>
      <Notes report={report} links={links} />
    </>
  );
}

/** "Kort fortalt": what matters most, in sentences. */
export const Summary = ({ report: { annex } }: Pick<BodyProps, 'report'>) => (
  <section id="kort-fortalt">
    <h2>{annex?.summaryHeading}</h2>
    <ul>
      {annex?.summary.map(({ lead, rest }) => (
        <li>
          {lead !== '' && <b>{lead}</b>} {withMinus(rest)}
        </li>
      ))}
    </ul>
  </section>
);

interface GoalProps {
  readonly report: Report;
  readonly goal: Goal;
  readonly annex: AnnexGoal;
}

function GoalMovement({ report: { subject, annex: whole }, goal, annex }: GoalProps) {
  if (!goal.measuredLocally && subject.kind === 'kommune') return <span class="muted">Kun hele landet</span>;
  return <MaybeMovement movement={annex.movement} word={annex.movementText} without={whole?.none.movement ?? ''} />;
}

function GoalPart({ links, ...one }: GoalProps & BodyProps) {
  const { goal, annex, report } = one;
  return (
    <section id={goalId(goal.number)}>
      <h2>
        {goal.number}. {goal.name}{' '}
        <small>
          <GoalMovement {...one} />
        </small>
      </h2>
      <p>{goal.sentence}</p>
      {goal.indicators.map((indicator, index) => {
        const more = annex.indicators[index];
        return more && <IndicatorPart report={report} goal={goal} indicator={indicator} annex={more} links={links} />;
      })}
    </section>
  );
}

function KeyFigures({ table, links }: { readonly table: KeyFigureTable; readonly links: Links }) {
  return (
    <table class="keys">
      <caption>{table.heading}</caption>
      <thead>
        <tr>
          <th scope="col">{table.rowHeading}</th>
          {table.columns.map((name) => (
            <th scope="col" class="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ number, label, text, period, cells, url }) => (
          <tr id={keyFigureId(number)}>
            <th scope="row">
              <span class="label">
                <Outside href={url}>{label}</Outside>
              </span>{' '}
              <KeyFigureText number={number} text={text} links={links} /> <span class="muted">{period}</span>
            </th>
            {cells.map((cell, index) => (
              <td class="number">
                <span class="whose" aria-hidden="true">
                  {table.columns[index]}
                </span>
                <CellText cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function KeyFigureText({
  number,
  text,
  links,
}: {
  readonly number: number;
  readonly text: string;
  readonly links: Links;
}) {
  const href = links.series('noegletal', String(number));
  return href === null ? text : <a href={href}>{text}</a>;
}

/** The same in all reports. */
const common: ReadonlySet<string> = new Set(['movement', 'rounding']);

function Notes({ report: { annex, footnote }, links: { about } }: BodyProps) {
  const shown = annex?.notes.filter(({ kind }) => about === null || !common.has(kind)) ?? [];
  return (
    <section id="noter">
      <h2>{annex?.notesHeading}</h2>
      {shown.map(({ heading, notes }) => (
        <>
          <h3>{heading}</h3>
          {notes.map(
            ({ text, url, ofPdf }) =>
              ofPdf !== true && <p class="note">{url === null ? text : <Outside href={url}>{text}</Outside>}</p>,
          )}
        </>
      ))}
      {about === null ? (
        <p class="note">
          {footnote.before}
          <Outside href={footnote.url}>{footnote.linkText}</Outside>
          {footnote.after}
        </p>
      ) : (
        <p class="note">
          <a href={about}>Om tallene</a> forklarer barometerbevægelse, afrunding og tomme felter.
        </p>
      )}
    </section>
  );
}
