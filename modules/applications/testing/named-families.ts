import type { Declaration, Outcome } from '#modules/eligibility';
import { aHousehold, aPerson, type PersonBuilder } from './builders.ts';

/** A family that development, tests, demonstrations and screenshots know by name. All are invented. */
export type NamedFamily = {
  readonly key: string;
  /** In one line, for whoever chooses among them. */
  readonly story: string;
  readonly declaration: Declaration;
  /** By `ramed-2008` with its illustrative weights, before any register is asked. */
  readonly outcome: Outcome;
  /** How many of its members are of the household of article 116: who has rights, and pays. */
  readonly holders: number;
};

export function findNamedFamily(key: string): NamedFamily | undefined {
  return namedFamilies.find((family) => family.key === key);
}

const head = (given: string, family: string, ar: readonly [given: string, family: string]) => named(given, family, ar).as('head');
const wife = (given: string, family: string, ar: readonly [given: string, family: string]) =>
  named(given, family, ar).woman().as('spouse', 'married').working('none');
const child = (given: string, family: string, ar: readonly [given: string, family: string]) =>
  named(given, family, ar).as('child', 'single').atSchool();

function named(given: string, family: string, [arGiven, arFamily]: readonly [given: string, family: string]): PersonBuilder {
  return aPerson().named(given, family, { given: arGiven, family: arFamily });
}

export const namedFamilies: readonly NamedFamily[] = [
  {
    key: 'itto',
    story: "A widow of Ait M'hamed with three children at school: poor",
    declaration: aHousehold()
      .rural()
      .ofPeople(
        head('Itto', 'Ait Bouzid', ['إطو', 'آيت بوزيد'])
          .woman()
          .as('head', 'widowed')
          .born('1979-06-04')
          .working('farmer')
          .carrying('IC204501'),
        child('Hassan', 'Oumoha', ['حسن', 'أوموحى']).born('2007-11-20'),
        child('Tuda', 'Oumoha', ['تودا', 'أوموحى']).woman().born('2010-02-08'),
        child('Zaid', 'Oumoha', ['زايد', 'أوموحى']).born('2014-07-30'),
      )
      .housed({ kind: 'rural_earth_house', rooms: 3, running_water: false })
      .owning({ rainfed_ha: 1, cows: 1, sheep_goats: 6 })
      .living({ income_year: 7200, transfers_year: 1800 })
      .build(),
    outcome: 'poor',
    holders: 4,
  },
  {
    key: 'moha',
    story: 'Nine people in the High Atlas, with the grandmother and a married son: poor',
    declaration: aHousehold()
      .rural('05.081.03.03')
      .ofPeople(
        head('Moha', 'Ait Abbas', ['موحى', 'آيت عباس'])
          .as('head', 'married')
          .born('1966-01-01')
          .working('farmer')
          .carrying('IC118802'),
        wife('Fadma', 'Ait Ichou', ['فاظمة', 'آيت إيشو']).born('1971-01-01').carrying('IC118803'),
        named('Bassou', 'Ait Abbas', ['باسو', 'آيت عباس'])
          .as('child', 'married')
          .born('1994-05-12')
          .working('labourer')
          .carrying('IC330104'),
        child('Izza', 'Ait Abbas', ['إيزة', 'آيت عباس'])
          .woman()
          .born('2004-09-01')
          .but({ schooling: 'none' })
          .carrying('IC330105'),
        child('Lahcen', 'Ait Abbas', ['لحسن', 'آيت عباس']).born('2008-03-17'),
        child('Rabha', 'Ait Abbas', ['رابحة', 'آيت عباس']).woman().born('2012-12-02'),
        named('Hadda', 'Oubassou', ['حادة', 'أوباسو'])
          .woman()
          .as('parent', 'widowed')
          .born('1941-01-01')
          .working('none')
          .carrying('IC009906'),
        named('Hanane', 'Ait Khouya', ['حنان', 'آيت خويا'])
          .woman()
          .as('other', 'married')
          .born('1999-04-25')
          .working('none')
          .carrying('IC330107'),
        named('Adam', 'Ait Abbas', ['آدم', 'آيت عباس']).as('other', 'single').born('2021-08-14').working('none'),
      )
      .inNuclei(2)
      .housed({ kind: 'rural_stone_house', rooms: 5, running_water: false, toilet: false })
      .owning({ rainfed_ha: 3, irrigated_ha: 0.4, cows: 2, sheep_goats: 35, fruit_trees: 20 })
      .living({ income_year: 14_500 })
      .build(),
    outcome: 'poor',
    holders: 5,
  },
  {
    key: 'rachid',
    story: 'A couple with two children in the town of Demnate: vulnerable, owes 480 DH a year',
    declaration: aHousehold()
      .urban()
      .ofPeople(
        head('Rachid', 'Demnati', ['رشيد', 'الدمناتي'])
          .as('head', 'married')
          .born('1983-10-21')
          .working('artisan')
          .carrying('IC227708'),
        wife('Samira', 'Entifi', ['سميرة', 'النتيفي']).born('1988-02-11').carrying('IC227709'),
        child('Yassine', 'Demnati', ['ياسين', 'الدمناتي']).born('2011-06-06'),
        child('Aya', 'Demnati', ['آية', 'الدمناتي']).woman().born('2016-01-19'),
      )
      .housed({ bath: true })
      .living({ income_year: 18_600 })
      .build(),
    outcome: 'vulnerable',
    holders: 4,
  },
  {
    key: 'mbarek',
    story: 'A family of seven in Laâyoune: vulnerable, owes the capped 600 DH',
    declaration: aHousehold()
      .urban('11.321.01.03')
      .ofPeople(
        head('Mbarek', 'Ould Salem', ['امبارك', 'ولد سالم'])
          .as('head', 'married')
          .born('1975-04-02')
          .working('trader')
          .carrying('R101210'),
        wife('Fatimetou', 'Joumani', ['فاطمتو', 'الجماني']).born('1982-08-08').carrying('R101211'),
        child('Salka', 'Ould Salem', ['السالكة', 'ولد سالم']).woman().born('2005-05-15').carrying('R305012'),
        child('Hamdi', 'Ould Salem', ['حمدي', 'ولد سالم']).born('2008-10-10'),
        child('Salek', 'Ould Salem', ['السالك', 'ولد سالم']).born('2011-03-03'),
        child('Minatou', 'Ould Salem', ['مينتو', 'ولد سالم']).woman().born('2014-12-24'),
        child('Khatri', 'Ould Salem', ['خطري', 'ولد سالم']).born('2018-07-01').but({ schooling: 'none', literate: false }),
      )
      .housed({ rooms: 3, bath: true })
      .living({ income_year: 31_000, transfers_year: 3000 })
      .build(),
    outcome: 'vulnerable',
    holders: 7,
  },
  {
    key: 'khadija',
    story: 'Left by her husband with two children in one room in Casablanca: poor',
    declaration: aHousehold()
      .urban('06.141.01.0')
      .ofPeople(
        head('Khadija', 'Doukkali', ['خديجة', 'الدكالي']).woman().as('head', 'abandoned').born('1987-09-13').carrying('BK334413'),
        child('Marwa', 'Rahali', ['مروة', 'الرحالي']).woman().born('2012-04-18'),
        child('Anas', 'Rahali', ['أنس', 'الرحالي']).born('2017-11-05').but({ schooling: 'none', literate: false }),
      )
      .housed({ kind: 'room', tenure: 'rented', rooms: 1, own_meter: false })
      .living({ income_year: 9600 })
      .build(),
    outcome: 'poor',
    holders: 3,
  },
  {
    key: 'chaimae',
    story: 'A single mother of nineteen with a baby in Fès: poor',
    declaration: aHousehold()
      .urban('03.231.01.0')
      .ofPeople(
        head('Chaimae', 'Zerouali', ['شيماء', 'الزروالي'])
          .woman()
          .as('head', 'single_mother')
          .born('2003-02-02')
          .working('none')
          .carrying('CD551014'),
        child('Rayan', 'Zerouali', ['ريان', 'الزروالي']).born('2022-05-09').but({ schooling: 'none', literate: false }),
      )
      .housed({ kind: 'room', tenure: 'free', rooms: 1 })
      .living({ income_year: 0, transfers_year: 3600 })
      .build(),
    outcome: 'poor',
    holders: 2,
  },
  {
    key: 'ahmed',
    story: 'Two wives and four children in the country near Chichaoua: poor',
    declaration: aHousehold()
      .rural('07.161.03.05')
      .ofPeople(
        head('Ahmed', 'Serghini', ['أحمد', 'السرغيني'])
          .as('head', 'married')
          .born('1970-01-01')
          .working('farmer')
          .carrying('EE101515'),
        wife('Rkia', 'Rahali', ['رقية', 'الرحالي']).born('1975-01-01').carrying('EE101516'),
        wife('Latifa', 'Boujemaoui', ['لطيفة', 'البوجمعاوي']).born('1986-03-28').carrying('EE202517'),
        child('Soufiane', 'Serghini', ['سفيان', 'السرغيني']).born('2005-01-25').but({ schooling: 'none' }).carrying('EE606018'),
        child('Hajar', 'Serghini', ['هاجر', 'السرغيني']).woman().born('2009-08-16'),
        child('Oumaima', 'Serghini', ['أميمة', 'السرغيني']).woman().born('2013-02-27'),
        child('Taha', 'Serghini', ['طه', 'السرغيني']).born('2016-10-30'),
      )
      .housed({ kind: 'rural_earth_house', rooms: 4, running_water: false })
      .owning({ rainfed_ha: 2, cows: 1, sheep_goats: 12 })
      .living({ income_year: 12_000 })
      .build(),
    outcome: 'poor',
    holders: 7,
  },
  {
    key: 'zohra',
    story: 'An old couple with a son of 34 who cannot work, and who counts at any age: poor',
    declaration: aHousehold()
      .rural('05.081.03.07')
      .ofPeople(
        head('Hammou', 'Ouhaddou', ['حمو', 'أوحدو'])
          .as('head', 'married')
          .born('1955-01-01')
          .working('none')
          .carrying('IC012319'),
        wife('Zohra', 'Ait Moha', ['الزهرة', 'آيت موحى']).born('1961-01-01').carrying('IC012320'),
        child('Mimoun', 'Ouhaddou', ['ميمون', 'أوحدو'])
          .born('1988-06-12')
          .but({ schooling: 'none', literate: false, disabled: true })
          .carrying('IC240121'),
      )
      .housed({ kind: 'rural_earth_house' })
      .owning({ sheep_goats: 4 })
      .living({ income_year: 0, transfers_year: 4800 })
      .build(),
    outcome: 'poor',
    holders: 3,
  },
  {
    key: 'naima',
    story: 'A couple of Oujda who took in a niece of eight and have a student daughter of 23: poor',
    declaration: aHousehold()
      .urban('02.411.01.23')
      .ofPeople(
        head('Driss', 'Mimouni', ['إدريس', 'الميموني'])
          .as('head', 'married')
          .born('1968-12-12')
          .working('other')
          .carrying('FA131422'),
        wife('Naima', 'Zenati', ['نعيمة', 'الزناتي']).born('1973-05-20').carrying('FA131423'),
        child('Kaoutar', 'Mimouni', ['كوثر', 'الميموني']).woman().born('1999-04-04').atSchool('secondary').carrying('FA505024'),
        named('Salma', 'Mimouni', ['سلمى', 'الميموني']).woman().as('fostered_child', 'single').born('2014-02-14').atSchool(),
      )
      .housed({ rooms: 3, bath: true })
      .living({ income_year: 13_800 })
      .build(),
    outcome: 'poor',
    holders: 4,
  },
  {
    key: 'khalid',
    story: 'A trader of Agadir with a car and a second home: not eligible',
    declaration: aHousehold()
      .urban('09.001.01.01')
      .ofPeople(
        head('Khalid', 'Soussi', ['خالد', 'السوسي'])
          .as('head', 'married')
          .born('1978-03-03')
          .working('trader')
          .carrying('JB404025'),
        wife('Malika', 'Oubihi', ['مليكة', 'أوبيهي']).born('1984-07-22').carrying('JB404026'),
        child('Reda', 'Soussi', ['رضا', 'السوسي']).born('2010-09-09').but({ schooling: 'private' }),
      )
      .housed({ kind: 'flat', rooms: 4, bath: true, garage: true })
      .equippedWith({ cars: 1, computers: 1, landlines: 1, mobile_phones: 3 })
      .owning({ second_home: true, business_premises: true })
      .living({ income_year: 54_000, bank_loan: true })
      .build(),
    outcome: 'not_eligible',
    holders: 3,
  },
  {
    key: 'hicham',
    story: 'Says to have no other cover while the CNSS insures him (magic number 81): poor by the score, stopped by the check',
    declaration: aHousehold()
      .urban()
      .ofPeople(
        head('Hicham', 'Benomar', ['هشام', 'بنعمر']).as('head', 'married').born('1990-01-30').carrying('IC707081'),
        wife('Siham', 'Hansali', ['سهام', 'الحنصالي']).born('1993-11-11').carrying('IC707027'),
      )
      .build(),
    outcome: 'poor',
    holders: 2,
  },
  {
    key: 'brahim',
    story: 'Born one year earlier in the identity register than he says (magic number 93): an officer compares the two',
    declaration: aHousehold()
      .rural()
      .ofPeople(
        head('Brahim', 'Taghzouti', ['إبراهيم', 'التاغزوتي']).as('head', 'single').born('1991-05-25').carrying('IC808093'),
      )
      .living({ income_year: 4800 })
      .build(),
    outcome: 'poor',
    holders: 1,
  },
];
