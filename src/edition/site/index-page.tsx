import { listText } from '../../danish/index.ts';
import { MaybeMovement, MovementSign } from '../../formats/html/movement.tsx';
import { type Goal, madeUpNotice, type Report, type Subject } from '../../report/index.ts';
import { pageFile } from './layout.tsx';
import { indexPath, subjectPath } from './paths.ts';
import type { Site } from './site.ts';

/** All municipalities by region with the movement of each goal. */
export function indexPage(site: Site) {
  const { first, editionName, municipalities } = site;
  const local = first.goals.goals.filter(({ measuredLocally }) => measuredLocally);
  return pageFile({
    site,
    path: indexPath,
    title: `Find din kommune, ${editionName}`,
    description: `Barometerbevægelsen for ${local.length} målsætninger i ${municipalities.length} kommuner, ${editionName}.`,
    notice: site.reports.some(({ madeUp }) => madeUp.goals) ? madeUpNotice('Siden') : null,
    children: (
      <>
        <h1>Find din kommune</h1>
        <p class="lead">
          Hvordan udviklingen har været siden basismålingen ({baselinesText(local)}) på de målsætninger, der opgøres for
          kommuner. Tegnene viser bevægelsen, ikke niveauet.
        </p>
        <MarkLegend site={site} />
        <div id="find" data-rows="kommuner" data-label="Find kommune" data-one="kommune" data-many="kommuner" />
        <Overview site={site} goals={local} />
      </>
    ),
  });
}

/** "2012; Udsatte boligområder: 2018" */
function baselinesText(goals: readonly Goal[]): string {
  const [first] = goals;
  const others = goals.filter(({ baselineYear }) => baselineYear !== first?.baselineYear);
  return [first?.baselineYear, ...others.map(({ name, baselineYear }) => `${name}: ${baselineYear}`)].join('; ');
}

/** The signs of movements with their words, as the reports have them. */
export function MarkLegend({ site: { reports } }: { readonly site: Site }) {
  const goals = reports.flatMap(({ annex }) => annex?.goals ?? []);
  const words = new Map(goals.map(({ movement, movementText }) => [movement, movementText]));
  return (
    <p class="legend">
      {(['positive', 'negative', 'unchanged', 'mixed'] as const).map((movement) => {
        const word = words.get(movement);
        return word && <MovementSign of={movement} word={word} />;
      })}
      <span>
        <span class="muted">–</span> {reports[0].annex?.none.movement.toLowerCase()}
      </span>
    </p>
  );
}

interface TableProps {
  readonly site: Site;
  readonly goals: readonly Goal[];
}

function Overview({ site, goals }: TableProps) {
  const { first, municipalities, regions } = site;
  const national = first.goals.goals.filter(({ measuredLocally }) => !measuredLocally).map(({ name }) => name);
  const isCountry = first.subject.kind === 'hele-landet';
  return (
    <table id="kommuner" class="overview" data-sort>
      <caption>
        {municipalities.length} kommuner efter region.
        {national.length > 0 && (
          <>
            {' '}
            {listText(national)} opgøres kun for{' '}
            {isCountry ? <a href={subjectPath(first.subject)}>hele landet</a> : 'hele landet'}.
          </>
        )}
      </caption>
      <thead>
        <tr>
          <th scope="col">Kommune</th>
          {goals.map(({ name }) => (
            <th scope="col">
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      {isCountry && (
        <tbody class="top">
          <Row subject={first.subject} report={first} goals={goals} />
        </tbody>
      )}
      {regions.map(({ id, name, members }) => (
        <tbody id={id}>
          <tr class="region">
            <th scope="rowgroup" colSpan={goals.length + 1}>
              {name} ({members.length})
            </th>
          </tr>
          {members.map((one) => (
            <Row {...one} goals={goals} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface RowProps {
  readonly subject: Subject;
  readonly report: Report | null;
  readonly goals: readonly Goal[];
}

function Row({ subject, report, goals }: RowProps) {
  if (report === null)
    return (
      <tr>
        <th scope="row">{subject.name}</th>
        <td colSpan={goals.length}>Kan ikke vises, fordi der er fejl i data</td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        <a href={subjectPath(subject)}>{subject.name}</a>
      </th>
      {goals.map(({ number }) => (
        <td>
          <MaybeMovement
            of={report.annex?.goals.find((goal) => goal.number === number)}
            without={report.annex?.none.movement}
            quiet
          />
        </td>
      ))}
    </tr>
  );
}
