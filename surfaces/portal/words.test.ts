import { expect, test } from 'vitest';
import { verdicts } from '#design/components/verdict-panel.tsx';
import { states } from '#modules/applications';
import { roles } from '#modules/staff';
import { loadMessages, projectRoot } from '#platform/i18n';
import { stepKeys } from './pages/follow.view.ts';

const messages = loadMessages(projectRoot).ar;

const named = {
  state: Object.keys(states),
  headline: Object.keys(states),
  step: stepKeys,
  role: Object.keys(roles),
  'verify.text': verdicts,
};

test.each(Object.entries(named))('each %s has its words', (prefix, names) => {
  expect(names.filter((name) => !messages.has(`portal.${prefix}.${name}`))).toEqual([]);
});
