import { useText, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Quorum } from './room-now.ts';

/** The quorum in words: how many institutions sit and how many it takes; and, when they lack, which. */
export function QuorumWords({ quorum, isShort = false }: { readonly quorum: Quorum; readonly isShort?: boolean }) {
  const text = useText();
  const { reached, present, needed, absent } = quorum;
  const facts = { present, needed, of: present + absent.length };
  return (
    <span className="quorum" role="status">
      <Tag look={reached ? 'open' : 'warning'}>
        <Words k={`office.sitting.quorum${isShort ? '-short' : ''}.${reached ? 'reached' : 'lacking'}`} facts={facts} />
      </Tag>{' '}
      {reached || isShort ? null : (
        <Words
          k="office.sitting.quorum.absent"
          facts={{
            institutions: absent.map((one) => text(`commissions.institution.${one}`)).join(text('office.sitting.and-so-on')),
          }}
        />
      )}
    </span>
  );
}
