import { grouped } from '../../grouped.ts';
import { pageFile } from './layout.tsx';
import { listPath, seriesPath } from './paths.ts';
import { seriesTitle } from './series-page.tsx';
import type { Site } from './site.ts';

/** All indicators and key figures, each with its page. */
export function listPage(site: Site) {
  const groups = [...grouped(site.series, ({ group }) => group)];
  return pageFile({
    site,
    path: listPath,
    title: `Indikatorer og nøgletal, ${site.editionName}`,
    description: `Alle indikatorer og nøgletal, hver med alle kommuner i én tabel, ${site.editionName}.`,
    notice: null,
    children: (
      <>
        <h1>Indikatorer og nøgletal</h1>
        <p class="lead">Hver side viser alle kommuner på ét tal.</p>
        {groups.map(([group, series]) => (
          <section>
            <h2>{group}</h2>
            <ul class="plain">
              {series.map((one) => (
                <li>
                  <a href={seriesPath(one)}>{seriesTitle(one)}</a>
                  {!one.isLocal && <span class="muted"> (kun hele landet)</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
}
