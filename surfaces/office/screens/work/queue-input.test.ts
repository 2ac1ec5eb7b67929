import { expect, test } from 'vitest';
import { areas } from '../../app/areas.ts';
import { queueOfPlace } from './queue-input.ts';

test('the address under which the work stands names the queue that was chosen', () => {
  const path = areas.find(({ key }) => key === 'work')?.path;
  expect(queueOfPlace(`${path}/incomplete`)).toBe('incomplete');
  expect(queueOfPlace(`${path}`)).toBeUndefined();
});
