import type { Page } from 'playwright-core';
import { type Counted, whereIs } from './counted-keys.ts';

/** What the paper says: a text to type, or the key of what is ticked, or several and then on. */
const paper: Readonly<Record<string, string | { readonly key: string } | { readonly keys: string }>> = {
  'birth birth_date': '14021980',
  'birth sex': { key: '2' },
  'birth cnie': 'IC482913',
  'name names.fr.given': 'Brahim',
  'name names.fr.family': 'Amezian',
  'name names.ar.given': 'إبراهيم',
  'name names.ar.family': 'أمزيان',
  'status marital_status': { key: '2' },
  'status disabled': { key: '2' },
  'work education': { key: '1' },
  'work literate': { key: '2' },
  'work occupation': { key: '0' },
  'work earns': { key: '1' },
  'commune contact.address': 'Hay Ifrane 12',
  'contact contact.phone': '0661223344',
  'contact contact.wants_notices': { key: '1' },
  'identity/2 relation': { key: '1' },
  'identity/2 names.fr.given': 'Khadija',
  'identity/2 names.fr.family': 'Ouhadi',
  'identity/2 names.ar.given': 'خديجة',
  'identity/2 names.ar.family': 'أوهادي',
  'identity/2 birth_date': '03071984',
  'identity/2 sex': { key: '1' },
  'identity/2 cnie': 'IC482914',
  'situation/2 marital_status': { key: '2' },
  'situation/2 education': { key: '1' },
  'situation/2 literate': { key: '2' },
  'situation/2 occupation': { key: '1' },
  'situation/2 earns': { key: '2' },
  'situation/2 disabled': { key: '2' },
  'identity/3 relation': { key: '2' },
  'identity/3 names.fr.given': 'Salma',
  'identity/3 names.ar.given': 'سلمى',
  'identity/3 birth_date': '21112012',
  'identity/3 sex': { key: '1' },
  'situation/3 schooling': { key: '2' },
  'situation/3 disabled': { key: '2' },
  'identity/4 names.fr.given': 'Yassine',
  'identity/4 names.ar.given': 'ياسين',
  'identity/4 birth_date': '08052015',
  'identity/4 sex': { key: '2' },
  'identity/5 names.fr.given': 'Imane',
  'identity/5 names.ar.given': 'إيمان',
  'identity/5 birth_date': '30012019',
  'identity/5 sex': { key: '1' },
  'dwelling dwelling.kind': { key: '4' },
  'dwelling dwelling.tenure': { key: '1' },
  'dwelling dwelling.rooms': '3',
  'dwelling nuclei': '1',
  'comforts dwelling': { keys: '125' },
  'equipment equipment.mobile_phones': '2',
  'equipment equipment.landlines': '0',
  'equipment equipment.computers': '0',
  'equipment equipment.dishes': '1',
  'equipment equipment.motorcycles': '1',
  'equipment equipment.cars': '0',
  'income resources.income_year': '21000',
  'income resources.transfers_year': '0',
  'income resources.bank_loan': { key: '2' },
  'spending spending_year.butane': '720',
  'spending spending_year.water_electricity': '1500',
  'spending spending_year.phone_internet': '600',
  'assets assets': { keys: '' },
  'cover other_cover': { key: '1' },
  'papers seen': { keys: '1234' },
};

/** Types what the paper says from the first question to the last; a person is added when the form has come to the dwelling and somebody is missing. */
export async function typeFromPaper(page: Page, keys: Counted, people: number): Promise<void> {
  let listed = 1;
  for (let steps = 0; steps < 200; steps += 1) {
    const stop = await whereIs(page);
    if (stop === 'declare signed') return;
    if (stop === 'dwelling dwelling.kind' && listed < people) {
      await keys.press('Control+d');
      listed += 1;
      continue;
    }
    const answer = paper[stop];
    if (typeof answer === 'string') await keys.type(answer);
    if (typeof answer === 'object' && 'key' in answer) await keys.press(answer.key);
    if (typeof answer === 'object' && 'keys' in answer) for (const key of answer.keys) await keys.press(key);
    if (answer === undefined || typeof answer === 'string' || 'keys' in answer) await keys.press('Enter');
  }
  throw new Error(`the form did not come to its end, but to ${await whereIs(page)}`);
}
