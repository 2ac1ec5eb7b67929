import { form } from '#modules/applications';
import { formatMoment } from '../../client/moments.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { Likely } from './likely.tsx';
import { useNeededPapers } from './papers-seen.tsx';
import { focusField } from './stops.ts';
import type { EntryDesk } from './use-entry.ts';
import type { Filing } from './use-filing.ts';

type SideProps = { readonly desk: EntryDesk; readonly filing: Filing };

/** Beside the form: which parts are whole, what is wrong and where, which papers are missing, and when it was kept last. */
export function EntrySide({ desk, filing }: SideProps) {
  return (
    <aside className="entry-side">
      <Groups desk={desk} />
      <Faults desk={desk} />
      <Likely desk={desk} />
      <MissingPapers desk={desk} />
      <p className="entry-kept" role="status">
        {filing.isBusy ? <Words k="office.entry.filing" /> : <KeptAt at={desk.savedAt} />}
      </p>
    </aside>
  );
}

function KeptAt({ at }: { readonly at: number | undefined }) {
  const { language } = useSpeech();
  if (at === undefined) return <Words k="office.entry.not-kept-yet" />;
  return <Words k="office.entry.kept-at" facts={{ moment: formatMoment(language, at) }} />;
}

function Groups({ desk: { entry } }: { readonly desk: EntryDesk }) {
  const open = new Set(entry.faults.map(({ step }) => entry.steps.find(({ name }) => name === step)?.page.group));
  return (
    <nav aria-labelledby="entry-parts">
      <h2 id="entry-parts">
        <Words k="office.entry.parts" />
      </h2>
      <ul>
        {form.groups.map((group) => (
          <li key={group}>
            <a href={`#group-${group}`}>
              <Words k={`office.entry.group.${group}`} />
            </a>{' '}
            <Tag look={open.has(group) ? 'todo' : 'open'}>
              <Words k={open.has(group) ? 'office.entry.to-complete' : 'office.entry.whole'} />
            </Tag>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Told once the agent has left the field, all of them once the request is to be filed. */
function Faults({ desk }: { readonly desk: EntryDesk }) {
  const { faultsShown, entry } = desk;
  if (faultsShown.length === 0) return null;
  return (
    <section className="entry-faults" aria-labelledby="entry-faults">
      <h2 id="entry-faults">
        <Words k="office.entry.faults" facts={{ count: faultsShown.length }} /> <kbd>F8</kbd>
      </h2>
      <ul>
        {faultsShown.map(({ step, key }) => {
          const about = entry.steps.find(({ name }) => name === step);
          const field = about?.page.fields.find((one) => one.key === key);
          return (
            <li key={`${step} ${key}`}>
              <button type="button" className="button button-link" onClick={() => focusField(step, key)}>
                {about !== undefined && field !== undefined ? <bdi>{form.numberOfField(about.page, field)}</bdi> : null}{' '}
                <span>
                  <Words k={`applications.form.field.${key}`} />
                  {about?.ref === undefined ? null : (
                    <>
                      {' · '}
                      <Words k="office.entry.page.identity" facts={{ ref: about.ref }} />
                    </>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function MissingPapers({ desk }: { readonly desk: EntryDesk }) {
  const missing = useNeededPapers(desk).filter(({ kind }) => !desk.draft.papersSeen.includes(kind));
  return (
    <section aria-labelledby="entry-missing">
      <h2 id="entry-missing">
        <Words k="office.entry.missing-papers" facts={{ count: missing.length }} />
      </h2>
      <ul>
        {missing.map(({ kind }) => (
          <li key={kind}>
            <Words k={`applications.paper.${kind}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}
