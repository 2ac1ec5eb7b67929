import { defaultPortBase, developmentKeys, mailPageOffset, type PartnerName, partnerTable } from './agreements.ts';
import { bank } from './bank.ts';
import { cardMaker } from './card-maker.ts';
import { listSender } from './list-sender.ts';
import { startMail } from './mail.ts';
import { type RunningPartner, servePartner } from './partner-server.ts';
import { register } from './register.ts';
import { startScanner } from './scanner.ts';
import { sms } from './sms.ts';

export type PartnerOptions = {
  /** 0 takes a free port. */
  readonly port?: number;
  readonly key?: string;
  /** The bank only: the full address where the agency takes payments. */
  readonly gatewayUrl?: string;
  /** Bodies that cover people only: the full address where the agency takes their lists. */
  readonly listsUrl?: string;
  readonly tellerWaitMs?: number;
  /** The maker of cards only: how long it makes a batch. */
  readonly makingMs?: number;
  readonly now?: () => number;
};

const defaultGatewayUrl = 'http://127.0.0.1:3000/gateway/v1/bank/payments';
const defaultListsUrl = 'http://127.0.0.1:3000/gateway/v1/cover-lists';

/** Starts one stand-in on 127.0.0.1. `control` does in-process what POST and GET /control do on the wire. */
export async function startPartner(name: PartnerName, options: PartnerOptions = {}): Promise<RunningPartner> {
  const place = { port: options.port ?? defaultPortBase + partnerTable[name].portOffset, now: options.now ?? Date.now };
  if (name === 'scanner') return startScanner(place);
  if (name === 'mail')
    return startMail({ ...place, pagePort: place.port === 0 ? 0 : place.port + mailPageOffset - partnerTable.mail.portOffset });
  const house = { ...place, key: options.key ?? developmentKeys[name] };
  if (name === 'sms') return servePartner(house, sms(house));
  if (name === 'maker') return servePartner(house, cardMaker({ ...house, makingMs: options.makingMs ?? 3_000 }));
  if (name === 'bank') return startBank(house, options);
  const questions = register(name, house.now);
  const sender = listSender(name, { key: house.key, gatewayUrl: options.listsUrl ?? defaultListsUrl });
  const sending = sender === undefined ? {} : { 'POST /v1/list-sendings': sender };
  return servePartner(house, { ...questions, routes: { ...questions.routes, ...sending } });
}

async function startBank(
  house: { key: string; port: number; now: () => number },
  { gatewayUrl = defaultGatewayUrl, tellerWaitMs = 15_000 }: PartnerOptions,
): Promise<RunningPartner> {
  const teller = bank({ ...house, gatewayUrl, tellerWaitMs });
  const running = await servePartner(house, teller);
  return {
    ...running,
    stop: () => {
      teller.stop();
      return running.stop();
    },
  };
}
