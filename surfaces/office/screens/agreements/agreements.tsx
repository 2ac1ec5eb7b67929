import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { KeyShown } from './key-shown.tsx';
import { MakeForm } from './make-form.tsx';
import { OneAgreement } from './one-agreement.tsx';

export type Agreement = QuestionOutput<'exchange.agreements'>['agreements'][number];

/** The bodies that ask whether somebody has rights: what each may ask and is told, how often it does; made, given another key, ended. */
export function AgreementsScreen() {
  const asked = useAnswer('exchange.agreements', {});
  const mayMake = useMayDo('exchange:make-agreements');
  const [shown, setShown] = useState<string>();
  const [isMaking, setMaking] = useState(false);
  const [key, setKey] = useState<string>();
  const [said, setSaid] = useState<string>();
  useShortcut('agreement-make', () => setMaking(true), mayMake && !isMaking && shown === undefined);
  const done = (what: string, made?: string) => {
    setSaid(what);
    setKey(made);
    setMaking(false);
    if (asked.state !== 'loading') asked.again();
  };
  const open = (agreement: string | undefined) => {
    setSaid(undefined);
    setShown(agreement);
  };
  return (
    <section className="deadlines agreements">
      <h1>
        <Words k="office.agreements.title" />
      </h1>
      <p role="status">{said === undefined ? '' : <Words k={`office.agreements.said.${said}`} />}</p>
      {key === undefined ? null : <KeyShown secret={key} onClose={() => setKey(undefined)} />}
      {isMaking ? (
        <MakeForm onDone={(made) => done('made', made)} onLeave={() => setMaking(false)} />
      ) : (
        <Shown asked={asked}>
          {({ agreements }) => {
            const one = agreements.find(({ id }) => id === shown);
            if (one) return <OneAgreement agreement={one} onBack={() => open(undefined)} onDone={done} />;
            return <All agreements={agreements} mayMake={mayMake} onMake={() => setMaking(true)} onOpen={open} />;
          }}
        </Shown>
      )}
    </section>
  );
}

type AllProps = {
  readonly agreements: readonly Agreement[];
  readonly mayMake: boolean;
  readonly onMake: () => void;
  readonly onOpen: (agreement: string) => void;
};

function All({ agreements, mayMake, onMake, onOpen }: AllProps) {
  return (
    <>
      <p className="hint">
        <Words k="office.agreements.explained" />
      </p>
      {mayMake ? (
        <div className="buttons">
          <Button look="primary" keys="N" onPress={onMake}>
            <Words k="office.agreements.make" />
          </Button>
        </div>
      ) : null}
      {agreements.length === 0 ? (
        <Empty>
          <Words k="office.agreements.none" />
        </Empty>
      ) : (
        <AgreementTable agreements={agreements} onOpen={onOpen} />
      )}
    </>
  );
}
