import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a message is lost: before it was delivered, or when it was delivered and acted upon but its answer was not. */
export type Loss = 'before-delivery' | 'before-answer';

export type BadLine = {
  readonly url: string;
  /** From now on loses so many messages in this way, those before delivery first. */
  fail(loss: Loss, times: number): void;
  /** How many it has lost. */
  failed(): Readonly<Record<Loss, number>>;
  close(): Promise<void>;
};

/** A line to a port of this machine that loses messages when told to. */
export async function openBadLine(port: number): Promise<BadLine> {
  const left: Record<Loss, number> = { 'before-delivery': 0, 'before-answer': 0 };
  const lost: Record<Loss, number> = { 'before-delivery': 0, 'before-answer': 0 };
  const take = (loss: Loss): boolean => {
    if (left[loss] === 0) return false;
    left[loss]--;
    lost[loss]++;
    return true;
  };
  const server = createServer((incoming, reply) => {
    if (take('before-delivery')) incoming.socket.destroy();
    else pass(incoming, reply, { port, loseAnswer: take('before-answer') });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail(loss, times) {
      left[loss] = times;
    },
    failed: () => ({ ...lost }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function pass(incoming: IncomingMessage, reply: ServerResponse, way: { port: number; loseAnswer: boolean }): void {
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port: way.port, method, path: url, headers }, (answer) => {
    if (way.loseAnswer) {
      answer.resume().once('end', () => incoming.socket.destroy());
      return;
    }
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(reply);
  });
  onward.once('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}
