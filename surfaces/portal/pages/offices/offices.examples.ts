import type { Place } from '../../place.ts';
import { paths } from '../../place.ts';
import { findOffices, toOfficesView } from '../../views/offices/offices-view.ts';
import { renderOffice } from './office.tsx';
import { renderOffices } from './offices.tsx';

/** Real places, which are no secret: a region, a province, one without communes of its own, a town, a village, and two searches. */
export const officeExamples = [
  { name: 'offices', path: paths.offices, render: (place: Place) => renderOffices(place, toOfficesView('')) },
  { name: 'offices-found', path: paths.offices, render: (place: Place) => renderOffices(place, toOfficesView('azilale')) },
  { name: 'offices-nothing-found', path: paths.offices, render: (place: Place) => renderOffices(place, toOfficesView('xyzxyz')) },
  ...Object.entries({
    'offices-region': '05',
    'offices-province': '05.081',
    'offices-arrondissements': '06.141.01.00',
    'office-town': '05.081.01.01',
    'office-village': '05.081.05.01',
  }).map(([name, code]) => ({
    name,
    path: paths.office(code),
    render(place: Place): string {
      const found = findOffices(code);
      if (!found) throw new Error(`no place has the code ${code}`);
      return 'office' in found ? renderOffice(place, found.office) : renderOffices(place, found.list);
    },
  })),
];
