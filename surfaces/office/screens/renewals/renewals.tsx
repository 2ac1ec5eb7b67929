import { useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { PlanFigure } from './plan-figure.tsx';
import { ProvinceTable } from './province-table.tsx';

/** Waves of renewals: where and when rights will end, and the days on which families are called, spread under what commissions can take up. */
export function RenewalsScreen() {
  const [province, setProvince] = useState<string>();
  const forecast = useAnswer('entitlements.renewal-forecast', {});
  return (
    <section className="deadlines">
      <h1>
        <Words k="office.renewals.title" />
      </h1>
      {province === undefined ? (
        <Shown
          asked={forecast}
          isEmpty={({ provinces }) => provinces.length === 0}
          empty={
            <Empty>
              <Words k="office.renewals.nothing" />
            </Empty>
          }
        >
          {(answer) => (
            <>
              <p>
                <Words k="office.renewals.whole" facts={{ families: answer.families, provinces: answer.provinces.length }} />
              </p>
              <ProvinceTable provinces={answer.provinces} onOpen={setProvince} />
            </>
          )}
        </Shown>
      ) : (
        <One province={province} onBack={() => setProvince(undefined)} />
      )}
    </section>
  );
}

function One({ province, onBack }: { readonly province: string; readonly onBack: () => void }) {
  const asked = useAnswer('entitlements.renewal-plan-of-province', { province });
  return (
    <>
      <h2>
        <PlaceOf code={province} />
      </h2>
      <Shown asked={asked}>
        {({ plan }) =>
          plan === undefined ? null : (
            <PlanFigure
              province={province}
              plan={plan}
              onPlanned={() => (asked.state === 'loading' ? undefined : asked.again())}
            />
          )
        }
      </Shown>
      <div className="buttons">
        <Button onPress={onBack}>
          <Words k="office.renewals.back" />
        </Button>
      </div>
    </>
  );
}
