import { Link, useLocation } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { CommuneOf, NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useRows } from '../../components/use-rows.ts';
import { Due, type Enquiry, useAnswersHere, Waits } from './enquiry-standing.tsx';
import { OneEnquiry } from './one-enquiry.tsx';

/** Local enquiries, the first due first; those answered a digit away; one of them is its form, or its answer. */
export function EnquiriesScreen() {
  const [path, go] = useLocation();
  const [, id] = /^\/enquiries\/([0-9a-f-]{36})/.exec(path) ?? [];
  const isAnswered = path.startsWith('/enquiries/answered');
  useShortcut('section-1', () => go('/enquiries'), id === undefined);
  useShortcut('section-2', () => go('/enquiries/answered'), id === undefined);
  return (
    <section className="enquiries">
      <h1>
        <Words k="office.enquiry.title" />
      </h1>
      {id === undefined ? (
        <>
          <nav className="parts">
            <Part href="/enquiries" isHere={!isAnswered} name="to-answer" digit="1" />
            <Part href="/enquiries/answered" isHere={isAnswered} name="answered" digit="2" />
          </nav>
          <EnquiryList key={String(isAnswered)} open={!isAnswered} />
        </>
      ) : (
        <OneEnquiry key={id} id={id} />
      )}
    </section>
  );
}

type PartProps = { readonly href: string; readonly isHere: boolean; readonly name: string; readonly digit: string };

function Part({ href, isHere, name, digit }: PartProps) {
  return (
    <Link href={href} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      <Words k={`office.enquiry.part.${name}`} /> <kbd>{digit}</kbd>
    </Link>
  );
}

function EnquiryList({ open }: { readonly open: boolean }) {
  const asked = useAnswer('commissions.enquiries', { open });
  return (
    <Shown asked={asked} isEmpty={({ enquiries }) => enquiries.length === 0} empty={<Nothing open={open} />}>
      {({ enquiries }) => <EnquiryTable enquiries={enquiries} />}
    </Shown>
  );
}

function Nothing({ open }: { readonly open: boolean }) {
  return (
    <Empty>
      <Words k={open ? 'office.enquiry.nothing' : 'office.enquiry.none-answered'} />
    </Empty>
  );
}

function EnquiryTable({ enquiries }: { readonly enquiries: readonly Enquiry[] }) {
  const [, go] = useLocation();
  const here = useAnswersHere();
  const rows = useRows((at) => go(`/enquiries/${enquiries[at]?.id}`));
  return (
    <Table className="queue-table" {...rows.table}>
      <TableHead words="office.enquiry.column" columns={['number', 'head', 'due', 'commune', 'question']} />
      <tbody>
        {enquiries.map((enquiry) => (
          <tr key={enquiry.id}>
            <td>
              <Link href={`/enquiries/${enquiry.id}`} data-row>
                <NumberOf number={enquiry.number} />
              </Link>
            </td>
            <th scope="row">
              <NameOf names={enquiry.names} />
            </th>
            <td>{here.get(enquiry.id)?.state === 'waiting' ? <Waits /> : <Due enquiry={enquiry} />}</td>
            <td>
              <CommuneOf code={enquiry.territory} />
            </td>
            <td>
              <bdi>{enquiry.question}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
