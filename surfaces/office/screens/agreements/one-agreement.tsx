import { type ReactNode, useState } from 'react';
import { toDate } from '#platform/dates';
import { formatDayOf } from '../../client/moments.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useInScript, useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { JournalLines } from '../journal/journal-lines.tsx';
import { StateTag } from './agreement-table.tsx';
import type { Agreement } from './agreements.tsx';
import { EndDialog } from './end-dialog.tsx';
import { RenewKeyDialog } from './renew-key-dialog.tsx';
import { Several } from './several.tsx';
import { UseOfAgreement } from './use-of-agreement.tsx';

type OneProps = {
  readonly agreement: Agreement;
  readonly onBack: () => void;
  readonly onDone: (said: string, key?: string) => void;
};

/** One agreement whole: what it allows and on what ground, how often it was used; whom it asked about, for who reads the journal; what may be done. */
export function OneAgreement({ agreement, onBack, onDone }: OneProps) {
  const inScript = useInScript();
  const readsNames = useMayDo('staff:read-journal');
  const mayMake = useMayDo('exchange:make-agreements');
  return (
    <article className="family">
      <h2>
        <bdi>{inScript({ fr: agreement.nameFr, ar: agreement.nameAr })}</bdi>
      </h2>
      <Facts agreement={agreement} />
      {mayMake && agreement.state !== 'over' ? <Deeds agreement={agreement} onDone={onDone} /> : null}
      <h3>
        <Words k="office.agreements.use" />
      </h3>
      <UseOfAgreement agreement={agreement.id} />
      {readsNames ? (
        <>
          <h3>
            <Words k="office.agreements.whom" />
          </h3>
          <JournalLines sought={{ kind: 'readings', asking: { agreement: agreement.id } }} />
        </>
      ) : null}
      <div className="buttons">
        <Button onPress={onBack}>
          <Words k="office.agreements.back" />
        </Button>
      </div>
    </article>
  );
}

function Facts({ agreement }: { readonly agreement: Agreement }) {
  const inScript = useInScript();
  const { language } = useSpeech();
  const { keySince, oldKeyUntil, endedFor } = agreement;
  return (
    <dl className="facts">
      <Fact k="state">
        <StateTag agreement={agreement} />
      </Fact>
      <Fact k="since">
        <Words k="office.agreements.day" facts={{ day: toDate(agreement.from) }} />
      </Fact>
      <Fact k="purpose">
        <bdi>{inScript({ fr: agreement.purposeFr, ar: agreement.purposeAr })}</bdi>
      </Fact>
      <Fact k="basis">
        <bdi>{agreement.legalBasis}</bdi> (<Words k={`office.agreements.status.${agreement.legalStatus}`} />)
      </Fact>
      <Fact k="ways">
        <Several words="office.agreements.way" of={agreement.mayAskBy} />
      </Fact>
      <Fact k="fields">
        <Several words="office.agreements.field" of={agreement.fields} none="office.agreements.state-alone" />
      </Fact>
      <Fact k="per-minute">
        <Words k="office.agreements.persons" facts={{ n: agreement.perMinute }} />
      </Fact>
      <Fact k="key-since">
        {formatDayOf(language, keySince)}{' '}
        {oldKeyUntil === null ? null : (
          <span className="hint">
            <Words k="office.agreements.old-key" facts={{ day: formatDayOf(language, justBefore(oldKeyUntil)) }} />
          </span>
        )}
      </Fact>
      {endedFor === null ? null : (
        <Fact k="ended-for">
          <bdi>{endedFor}</bdi>
        </Fact>
      )}
    </dl>
  );
}

/** The last day of what ends at an instant, which is midnight. */
function justBefore(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}

function Fact({ k, children }: { readonly k: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>
        <Words k={`office.agreements.column.${k}`} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Deeds({ agreement, onDone }: Pick<OneProps, 'agreement' | 'onDone'>) {
  const [doing, setDoing] = useState<'renew' | 'end'>();
  useShortcut('agreement-renew', () => setDoing('renew'), doing === undefined);
  useShortcut('agreement-end', () => setDoing('end'), doing === undefined);
  const leave = () => setDoing(undefined);
  const done = (said: string, key?: string) => {
    leave();
    onDone(said, key);
  };
  return (
    <div className="buttons">
      <Button keys="R" onPress={() => setDoing('renew')}>
        <Words k="office.agreements.renew" />
      </Button>
      <Button keys="X" look="danger" onPress={() => setDoing('end')}>
        <Words k="office.agreements.end" />
      </Button>
      {doing === 'renew' ? (
        <RenewKeyDialog agreement={agreement.id} onDone={(key) => done('renewed', key)} onLeave={leave} />
      ) : null}
      {doing === 'end' ? <EndDialog agreement={agreement.id} onDone={() => done('ended')} onLeave={leave} /> : null}
    </div>
  );
}
