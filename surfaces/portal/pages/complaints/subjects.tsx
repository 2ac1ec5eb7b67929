import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Pictogram, type PictogramName } from '#design/components/pictogram.tsx';
import { type Subject, type SubjectGroup, subjectNames, subjects } from '#modules/complaints';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** `request`: the number of the request it is about, when whoever reads has shown a right to it. */
export type SubjectsView = { readonly request?: string };

const groups: readonly (readonly [SubjectGroup, PictogramName])[] = [
  ['card', 'card'],
  ['request', 'papers'],
  ['insurance', 'national-card'],
  ['money', 'coins'],
  ['other', 'phone'],
];

/** P19, first page: what the complaint is about, one touch, the most frequent first. */
export function renderComplaintSubjects(place: Place, { request }: SubjectsView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    {
      title: reader.text('portal.complaints.subjects.title'),
      back: request === undefined ? paths.home : paths.request(request),
    },
    <div class="column sections">
      <div class="stack">
        <h1 class="title">{reader.text('portal.complaints.subjects.title')}</h1>
        <p class="lead">{reader.say('portal.complaints.subjects.lead')}</p>
        {request !== undefined && (
          <Banner>
            <p>
              {reader.text('portal.complaints.about')} {reader.code(request)}
            </p>
          </Banner>
        )}
      </div>
      {groups.map(([group, picture]) => (
        <Group place={place} group={group} picture={picture} {...(request === undefined ? {} : { request })} />
      ))}
      <section class="stack">
        <h2>{reader.text('portal.complaints.subjects.already')}</h2>
        <p>
          <a href={addressOf(place, paths.findComplaint)}>{reader.text('portal.complaints.find.title')}</a>
        </p>
      </section>
    </div>,
  );
}

type GroupProps = { place: Place; group: SubjectGroup; picture: PictogramName; request?: string };

function Group({ place, group, picture, request }: GroupProps): JSX.Element {
  const { reader } = place;
  const own: readonly Subject[] = subjectNames.filter((subject) => subjects[subject].group === group);
  return (
    <section class="stack">
      <h2 class="pictured">
        <Pictogram name={picture} />
        {reader.text(`portal.complaints.group.${group}`)}
      </h2>
      <ul class="task-list">
        {own.map((subject) => (
          <li>
            <a href={addressOf(place, paths.tellComplaint(subject, request))}>
              {reader.text(`portal.complaints.subject.${subject}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
