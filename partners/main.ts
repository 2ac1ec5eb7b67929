/**
 * `node --import tsx partners/main.ts [name…]` starts the stand-ins named, or all. By environment: RAMED_PARTNERS_PORT_BASE (4100),
 * RAMED_PARTNER_<NAME>_KEY, RAMED_BANK_GATEWAY_URL, RAMED_COVER_LISTS_URL. SIGTERM and SIGINT end the calls under way, then the process.
 */
import { defaultPortBase, isPartnerName, type PartnerName, partnerNames, partnerTable } from './agreements.ts';
import { type PartnerOptions, startPartner } from './start-partner.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !isPartnerName(name));
if (unknown !== undefined) {
  console.error(`No partner is called "${unknown}". There are: ${partnerNames.join(', ')}.`);
  process.exit(2);
}

const names = wanted.length > 0 ? wanted.filter(isPartnerName) : partnerNames;
const running = await Promise.all(names.map((name) => startPartner(name, optionsOf(name, process.env))));
for (const [index, name] of names.entries()) console.log(`${running[index]?.url}  ${partnerTable[name].title}`);

// `disconnect`: whoever started us is gone, and nothing must be left behind.
for (const ending of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(ending, () => void stopAll());
process.send?.('ready');

function optionsOf(name: PartnerName, env: NodeJS.ProcessEnv): PartnerOptions {
  const portBase = Number(env.RAMED_PARTNERS_PORT_BASE ?? defaultPortBase);
  const key = env[`RAMED_PARTNER_${name.toUpperCase()}_KEY`];
  return {
    port: portBase + partnerTable[name].portOffset,
    ...(key === undefined ? {} : { key }),
    ...(env.RAMED_BANK_GATEWAY_URL === undefined ? {} : { gatewayUrl: env.RAMED_BANK_GATEWAY_URL }),
    ...(env.RAMED_COVER_LISTS_URL === undefined ? {} : { listsUrl: env.RAMED_COVER_LISTS_URL }),
  };
}

async function stopAll(): Promise<void> {
  await Promise.all(running.map((partner) => partner.stop()));
  process.exit(0);
}
