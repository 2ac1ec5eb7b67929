/** How a message travels: to a telephone or to a mailbox. */
export const channels = ['sms', 'mail'] as const;
export type Channel = (typeof channels)[number];

/** Enough of an address for its owner to know it, and for nobody else to use it: `•••••• 78`, `a•••@poste.ma`. */
export function masked(channel: Channel, address: string): string {
  if (channel === 'sms') return `•••••• ${address.slice(-2)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}
