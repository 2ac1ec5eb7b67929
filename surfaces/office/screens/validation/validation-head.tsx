import { formatDays } from '#platform/i18n';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Tag } from '../../components/tag.tsx';
import { clockLooks } from '../agenda/agenda-table.tsx';
import { Prints } from '../minutes/prints.tsx';
import { SignedPapers } from '../minutes/signatures.tsx';
import { SignedOf } from './sealed-table.tsx';
import { progressOf, type ToValidate } from './to-validate.ts';

type HeadProps = {
  readonly whole: ToValidate;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
  readonly onRelease: () => void;
};

/** Which sitting, how long it waits, who signed, how much was looked at; and the key that releases it. */
export function ValidationHead({ whole, isWhole, onWhole, onRelease }: HeadProps) {
  const { language } = useSpeech();
  const { sitting } = whole;
  const progress = progressOf(whole);
  return (
    <header className="sitting-head">
      <h2>
        <PlaceOf code={sitting.territory} /> · <NumberOf number={sitting.number} />
      </h2>
      <p>
        <Tag look={clockLooks[sitting.clock]}>
          <Words k="office.validation.sealed-since" facts={{ wait: formatDays(language, sitting.days) }} />
          {sitting.clock === 'normal' ? null : (
            <>
              {' · '}
              <Words k={`office.agenda.clock.${sitting.clock}`} />
            </>
          )}
        </Tag>{' '}
        <Words k="office.validation.signatures" />{' '}
        <SignedOf signatures={whole.signatures.given} needed={whole.signatures.needed} />
      </p>
      <p role="status">
        <Words k="office.validation.progress" facts={{ ...progress, decisions: whole.decisions.length }} />
      </p>
      <Prints sitting={sitting.id} papers={['minutes', 'signatures']} />
      <SignedPapers sitting={sitting.id} papers={whole.signedPapers} />
      <div className="buttons">
        <Button keys="T" onPress={() => onWhole(!isWhole)}>
          <Words k={isWhole ? 'office.validation.only-sample' : 'office.validation.show-all'} />
        </Button>
        <Button look="primary" keys="Ctrl ⏎" onPress={onRelease}>
          <Words k="office.validation.release" facts={{ files: progress.released }} />
        </Button>
      </div>
    </header>
  );
}
