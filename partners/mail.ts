import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server';
import { partnerTable } from './agreements.ts';
import { json, listen } from './http.ts';
import type { RunningPartner } from './partner-server.ts';
import { type Sent, sentPage } from './sent.ts';
import { type Switchboard, switchboard } from './switches.ts';

type Place = { readonly port: number; readonly pagePort: number; readonly now: () => number };
type MailPartner = RunningPartner & { readonly pageUrl: string };

const slowMs = 2_000;
const shown = 500;

/**
 * A mail server, and beside it a page of what was sent. The magic mailboxes, by their name before the @: `refuses` (550), `bounces` (taken, then
 * undeliverable), `slow` (2 s), `fails-once` (451 once), `down` (421). Its bad days are those of the other partners: `down` and `error` turn a
 * message away for now, `slow` waits.
 */
export async function startMail({ port, pagePort, now }: Place): Promise<MailPartner> {
  const switches = switchboard(now);
  const boxes = mailboxes(now);
  const server = smtpServer(switches, boxes);
  await new Promise<void>((ready, failed) => {
    server.server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  const page = await listen(pagePort, async ({ path }) => {
    if (path === '/sent.json') return json(200, { sent: boxes.sent });
    const body = sentPage(`${partnerTable.mail.title}: what was sent`, boxes.sent);
    return { status: path === '/sent' ? 200 : 404, type: 'text/html; charset=utf-8', body };
  });
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    pageUrl: `${page.url}/sent`,
    control: { switch: switches.set, read: () => ({ switches: switches.read(), counters: { ...boxes.seen } }) },
    async stop() {
      await page.stop();
      await new Promise<void>((stopped) => server.close(() => stopped()));
    },
  };
}

/** Whom the server lets in, and what it took. */
function mailboxes(now: () => number) {
  const seen = { requests: 0, struck: 0, refused: 0, messages: 0, given_again: 0 };
  const sent: Sent[] = [];
  const stumbled = new Set<string>();
  return {
    seen,
    sent,
    async admit({ address }: SMTPServerAddress): Promise<void> {
      const box = address.split('@')[0] ?? '';
      if (box === 'refuses') throw refusal(550, 'no such mailbox');
      if (box === 'down') throw refusal(421, 'out of service');
      if (box === 'slow') await wait(slowMs);
      if (box !== 'fails-once' || stumbled.has(address)) return;
      stumbled.add(address);
      throw refusal(451, 'stumbled');
    },
    async take(stream: SMTPServerDataStream, to: string): Promise<void> {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const { messageId = '', subject = '', text = '' } = await PostalMime.parse(Buffer.concat(chunks));
      const name = messageId.replace(/^<|@.*$/g, '');
      // A mailbox shows a Message-ID once.
      if (name !== '' && sent.some((message) => message.name === name)) {
        seen.given_again += 1;
        return;
      }
      seen.messages += 1;
      const fate = to.startsWith('bounces@') ? 'undeliverable' : 'delivered';
      sent.push({ at: new Date(now()).toISOString(), to, subject, text: text.trim(), fate, name });
      if (sent.length > shown) sent.shift();
    },
  };
}

function smtpServer(switches: Switchboard, { seen, admit, take }: ReturnType<typeof mailboxes>): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: 1_000_000,
    onMailFrom(_from, _session, done) {
      seen.requests += 1;
      const { mode, delayMs } = switches.draw();
      if (mode !== 'up') seen.struck += 1;
      const isAway = mode === 'down' || mode === 'error';
      setTimeout(() => done(isAway ? refusal(421, 'out of service') : null), delayMs);
    },
    onRcptTo(to, _session, done) {
      admit(to).then(
        () => done(),
        (fault: Error) => {
          seen.refused += 1;
          done(fault);
        },
      );
    },
    onData(stream, session, done) {
      take(stream, session.envelope.rcptTo[0]?.address ?? '').then(() => done(), done);
    },
  });
  server.on('error', () => undefined);
  return server;
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
