import { readConfig } from '#platform/config';
import { openHouse } from '../house.ts';
import { readUrls, runPart } from '../process.ts';
import { createApp } from './app.ts';

/** The web server as a process of its own. */
await runPart(async () => {
  const config = readConfig(process.env);
  const house = openHouse(config, readUrls(process.env), { name: 'server', connections: 20 });
  const app = await createApp(house);
  await app.listen({ port: config.port, host: config.host });
  house.log.info({ port: config.port }, 'server ready');
  return async () => {
    await app.close();
    await house.close();
  };
});
