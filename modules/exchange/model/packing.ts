import { subjectsPerEnvelope } from './partners.ts';

/** Packs groups of subjects (a family's, say) into as few envelopes as the partner's limit allows, each group whole, in the order given. */
export function packEnvelopes<Group>(groups: readonly Group[], sizeOf: (group: Group) => number): Group[][] {
  const envelopes: Group[][] = [];
  let room = 0;
  for (const group of groups) {
    const size = sizeOf(group);
    if (size > room || envelopes.length === 0) {
      envelopes.push([]);
      room = subjectsPerEnvelope;
    }
    envelopes.at(-1)?.push(group);
    room -= size;
  }
  return envelopes;
}
