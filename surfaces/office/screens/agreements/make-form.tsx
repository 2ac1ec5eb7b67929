import { type FormEvent, useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { todayAs } from '../double-cover/typed-day.ts';
import { AgreementFields } from './agreement-fields.tsx';
import { drawKey } from './new-key.ts';

type Make = DeedInput<'exchange.make-agreement'>;
export type TypedAgreement = Omit<Make, 'perMinute' | 'keyDigest' | 'to'> & Readonly<Record<'perMinute' | 'to', string>>;

const empty = (): TypedAgreement => ({
  ...{ partner: '', nameFr: '', nameAr: '', purposeFr: '', purposeAr: '', legalBasis: '', legalStatus: 'official' },
  ...{ mayAskBy: [], fields: [], perMinute: '600', from: todayAs(), to: '' },
});

type FormProps = { readonly onDone: (key: string) => void; readonly onLeave: () => void };

/** A body is let ask about rights: who it is, for what, by what and how much it is told. Its key is drawn here and shown once. */
export function MakeForm({ onDone, onLeave }: FormProps) {
  const [typed, setTyped] = useState(empty);
  const [missing, setMissing] = useState<Missing>();
  const { attempt, isBusy, fault } = useAttempt();
  const make = async (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy) return;
    const first = missingIn(typed);
    setMissing(first);
    if (first !== undefined) return;
    const { key, digest } = await drawKey();
    if (await attempt('exchange.make-agreement', { ...toInput(typed), keyDigest: digest })) onDone(key);
  };
  return (
    <form className="agreement-form" onSubmit={(event) => void make(event)} noValidate>
      <h2>
        <Words k="office.agreements.make" />
      </h2>
      <AgreementFields
        typed={typed}
        missing={missing}
        onType={(changed) => {
          setMissing(undefined);
          setTyped((before) => ({ ...before, ...changed }));
        }}
      />
      <p className="hint">
        <Words k="office.agreements.key-explained" />
      </p>
      {fault === undefined ? null : (
        <p className="fault" role="alert" ref={(words) => words?.scrollIntoView({ block: 'center' })}>
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" isBusy={isBusy} onPress={() => void make()}>
          <Words k="office.agreements.make-now" />
        </Button>
        <Button onPress={onLeave}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
      <button type="submit" hidden />
    </form>
  );
}

/** What is still to be said: at which field, and in which words. */
export type Missing = { readonly of: keyof TypedAgreement; readonly says: 'code' | 'words' | 'ways' | 'per-minute' | 'from' };

const inWords = ['nameFr', 'nameAr', 'purposeFr', 'purposeAr', 'legalBasis'] as const;

/** The first of it in the order of the form. */
function missingIn(typed: TypedAgreement): Missing | undefined {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(typed.partner.trim())) return { of: 'partner', says: 'code' };
  const word = inWords.find((one) => typed[one].trim().length < 3);
  if (word !== undefined) return { of: word, says: 'words' };
  if (typed.mayAskBy.length === 0) return { of: 'mayAskBy', says: 'ways' };
  if (!/^[1-9]\d{0,4}$/.test(typed.perMinute.trim())) return { of: 'perMinute', says: 'per-minute' };
  return typed.from === '' ? { of: 'from', says: 'from' } : undefined;
}

function toInput({ to, perMinute, ...typed }: TypedAgreement): Omit<Make, 'keyDigest'> {
  return { ...typed, partner: typed.partner.trim(), perMinute: Number(perMinute), ...(to === '' ? {} : { to }) };
}
