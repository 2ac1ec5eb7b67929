import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts';

export type KeptServer = Omit<EmbeddedServer, 'process'>;

type Told = {
  /** The server runs, the first time and each time again. */
  started(pid: number): void;
  /** It ended and could not be started again. */
  givenUp(): void;
};

/**
 * Starts PostgreSQL as {@link startEmbeddedServer} does and keeps it alive: when it dies it is started again at the same address, where
 * it recovers everything committed from its log of writes. Whoever was connected must connect again.
 */
export async function keepEmbeddedServer(dataFolder: string, told: Told): Promise<KeptServer> {
  let stopping = false;
  let settled: Promise<EmbeddedServer>;

  const start = async (): Promise<EmbeddedServer> => {
    const server = await startEmbeddedServer(dataFolder);
    told.started(server.process.pid ?? 0);
    server.process.once('exit', () => !stopping && startAgain());
    return server;
  };
  const startAgain = () => {
    settled = start();
    settled.catch(() => told.givenUp());
  };

  settled = start();
  const { url } = await settled;
  return {
    url,
    async stop() {
      stopping = true;
      const server = await settled.catch(() => undefined);
      await server?.stop();
    },
  };
}
