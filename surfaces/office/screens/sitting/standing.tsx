import { useText, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { QuorumWords } from './quorum-words.tsx';
import type { FileNow, Quorum, RoomNow } from './room-now.ts';

type StandingProps = {
  readonly room: RoomNow;
  readonly file: FileNow;
  readonly quorum: Quorum;
  readonly fault: 'no-quorum' | 'decided' | undefined;
  readonly remark: string;
};

/** What is decided of this file, and what stands in the way of deciding: always words, never a grey button alone. */
export function Standing({ room, file, quorum, fault, remark }: StandingProps) {
  const { ruling } = file;
  const out = room.members.filter(({ id }) => file.recused.includes(id));
  return (
    <div className="standing">
      {ruling === undefined ? null : <Ruled file={file} isFault={fault === 'decided'} />}
      {quorum.reached ? null : (
        <p className="room-warning" role={fault === 'no-quorum' ? 'alert' : undefined}>
          <QuorumWords quorum={quorum} /> <Words k="office.sitting.may-read" /> <Words k="office.sitting.may-adjourn" />
        </p>
      )}
      {out.length === 0 ? null : (
        <p>
          <Words k="office.sitting.out-of-file" facts={{ count: out.length }} />{' '}
          {out.map(({ id, institution }) => (
            <Tag key={id} look="warning">
              <Words k={`commissions.institution.${institution}`} />
            </Tag>
          ))}
        </p>
      )}
      {remark === '' ? null : (
        <p>
          <Words k="office.sitting.remark" />: <bdi>{remark}</bdi>
        </p>
      )}
    </div>
  );
}

function Ruled({ file: { ruling, isKept }, isFault }: { readonly file: FileNow; readonly isFault: boolean }) {
  const text = useText();
  if (ruling === undefined) return null;
  return (
    <p className="ruled" role={isFault ? 'alert' : 'status'}>
      <Tag look={ruling.outcome === 'refused' ? 'refused' : 'open'}>
        <Words k={`commissions.outcome.${ruling.outcome}`} />
      </Tag>{' '}
      <Words k={`commissions.reason.${ruling.reason}`} />
      {ruling.batch == null ? null : (
        <>
          {' '}
          · <Words k="office.sitting.in-batch" facts={{ number: ruling.batch }} />
        </>
      )}
      {!ruling.remark ? null : (
        <>
          {' '}
          · <bdi>{ruling.remark}</bdi>
        </>
      )}{' '}
      {isKept ? (
        <Tag look="waiting">
          <Words k="office.sitting.on-its-way" />
        </Tag>
      ) : null}{' '}
      {isFault ? text('office.sitting.undo-first') : ''}
    </p>
  );
}
