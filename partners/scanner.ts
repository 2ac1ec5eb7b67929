import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import type { RunningPartner } from './partner-server.ts';
import { type Fate, switchboard } from './switches.ts';

type Counters = { readonly streams: number; readonly found: number };

/** What every scanner in the world agrees to call malware, harmless to everybody (eicar.org); in two halves, so that none finds it here. */
const testFile = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-');

const longestStream = 25 * 1_048_576;

/**
 * clamd as far as it is asked: `zPING`, `zVERSION` and `zINSTREAM` over TCP. It finds the EICAR test file wherever it stands in a stream, where
 * the real one wants it at the start. Its bad days are those of the other partners, switched in-process only: it speaks no HTTP.
 */
export async function startScanner({ port, now }: { port: number; now: () => number }): Promise<RunningPartner> {
  const switches = switchboard(now);
  const seen = { requests: 0, struck: 0, refused: 0, streams: 0, found: 0 };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    seen.requests += 1;
    const fate = switches.draw();
    if (fate.mode !== 'up') seen.struck += 1;
    if (fate.mode === 'down') socket.destroy();
    else serve(socket, fate, seen);
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    control: {
      switch: (wanted) => switches.set(wanted),
      read: () => ({ switches: switches.read(), counters: { ...seen } }),
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        for (const socket of open) socket.destroy();
      }),
  };
}

type Seen = { -readonly [Name in keyof Counters]: Counters[Name] } & { refused: number };

function serve(socket: Socket, fate: Fate, seen: Seen): void {
  let received = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    received = Buffer.concat([received, part]);
    const said = answerTo(received, seen);
    if (said === undefined) return;
    received = Buffer.alloc(0);
    setTimeout(() => reply(socket, fate, said), fate.delayMs);
  });
}

function reply(socket: Socket, { mode }: Fate, said: string): void {
  if (mode === 'half') socket.end(said.slice(0, Math.floor(said.length / 2)));
  else if (mode === 'nonsense') socket.end('<html><body>Maintenance</body></html>\0');
  else if (mode === 'error') socket.end("stream: Can't allocate memory ERROR\0");
  else socket.end(`${said}\0`);
}

/** Undefined while there is more to come. */
function answerTo(received: Buffer, seen: Seen): string | undefined {
  const end = received.indexOf(0);
  if (end < 0) return undefined;
  const command = received.subarray(0, end).toString('latin1');
  if (command === 'zPING') return 'PONG';
  if (command === 'zVERSION') return 'ClamAV stand-in';
  if (command !== 'zINSTREAM') {
    seen.refused += 1;
    return 'UNKNOWN COMMAND';
  }
  if (received.length > longestStream) return 'INSTREAM size limit exceeded. ERROR';
  const stream = streamIn(received.subarray(end + 1));
  if (stream === undefined) return undefined;
  seen.streams += 1;
  if (!stream.includes(testFile, 0, 'latin1')) return 'stream: OK';
  seen.found += 1;
  return 'stream: Eicar-Test-Signature FOUND';
}

function streamIn(received: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > received.length) return undefined;
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
