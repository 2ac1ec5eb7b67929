import { createApp } from '../../../surfaces/server/app.ts';
import { houseOnPaper } from './house-on-paper.ts';

/** The OpenAPI document that the server publishes, as text whose differences a reviewer can read line by line. */
export function describeContract(): Promise<string> {
  return houseOnPaper(async (house) => {
    const app = await createApp(house);
    await app.ready();
    try {
      return `${JSON.stringify(app.swagger(), null, 1)}\n`;
    } finally {
      await app.close();
    }
  });
}
