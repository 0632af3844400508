import type { ComponentChildren } from 'preact';
import { withMinus } from '../../danish/index.ts';
import { paired } from '../../grouped.ts';
import {
  type Annex,
  type AnnexGoal,
  type Goal,
  type KeyFigure,
  type KeyFigureTable,
  madeUpNotice,
  type Report,
} from '../../report/index.ts';
import { IndicatorPart } from './indicator.tsx';
import { goalId, keyFigureId, type Links, Outside } from './links.tsx';
import { MaybeMovement } from './movement.tsx';
import { CellText } from './text.tsx';

interface BodyProps {
  readonly report: Report;
  readonly links: Links;
}

/** All that a report with an annex shows, below the heading of its page; `children` stand below its summary. */
export function ReportBody({ report, links, children }: BodyProps & { readonly children?: ComponentChildren }) {
  const { annex, goals } = report;
  if (annex === null) throw new RangeError('A page needs the annex.');
  const both = paired(goals.goals, annex.goals).map(([goal, more]) => ({ goal, annex: more }));
  return (
    <>
      <p class="lead">{report.title.heading}</p>
      <Summary annex={annex} />
      {children}
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

/** Said of a page that shows a made-up figure; null when it shows none. */
export const noticeOf = ({ notice, annex }: Report): string | null =>
  notice === null ? (annex?.notice ?? null) : madeUpNotice('Siden');

/** "Kort fortalt": what matters most, in sentences. */
const Summary = ({ annex: { summaryHeading, summary } }: { readonly annex: Annex }) => (
  <section id="kort-fortalt">
    <h2>{summaryHeading}</h2>
    <ul>
      {summary.map(({ lead, rest }) => (
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
  return <MaybeMovement of={annex} without={whole?.none.movement} />;
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
      {paired(goal.indicators, annex.indicators).map(([indicator, more]) => (
        <IndicatorPart report={report} goal={goal} indicator={indicator} annex={more} links={links} />
      ))}
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

function KeyFigureText({ number, text, links }: Pick<KeyFigure, 'number' | 'text'> & Pick<BodyProps, 'links'>) {
  const href = links.series('noegletal', String(number));
  return href === null ? text : <a href={href}>{text}</a>;
}

/** What the mark at a column's heading means. */
export const FootnoteText = ({ footnote: { before, linkText, url, after } }: Pick<Report, 'footnote'>) => (
  <>
    {before}
    <Outside href={url}>{linkText}</Outside>
    {after}
  </>
);

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
          <FootnoteText footnote={footnote} />
        </p>
      ) : (
        <p class="note">
          <a href={about}>Om tallene</a> forklarer barometerbevægelse, afrunding og tomme felter.
        </p>
      )}
    </section>
  );
}
