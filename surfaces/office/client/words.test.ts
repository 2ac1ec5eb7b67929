import { expect, test } from 'vitest';
import { cast, roles } from '#modules/staff';
import { loadMessages, projectRoot } from '#platform/i18n';
import { shortcuts } from './shortcuts.tsx';

const said = loadMessages(projectRoot).fr;

test('every role, every institution of the cast and every shortcut has its words', () => {
  const read = [
    ...Object.keys(roles).map((role) => `office.role.${role}`),
    ...cast.map(({ institution }) => `office.institution.${institution}`),
    ...Object.keys(shortcuts).map((name) => `office.keys.${name}`),
  ];
  expect(read.filter((key) => !said.has(key))).toEqual([]);
});
