import { pino } from 'pino';

export type Log = {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

/**
 * Structured logs on stderr. They carry identifiers, codes and counts, never names, national card numbers, phones or bodies;
 * what could carry them by accident is removed by name.
 */
export function createLog(name: string, level: string) {
  return pino(
    {
      name,
      level,
      redact: {
        paths: ['req.headers', 'req.body', 'res.headers', '*.cnie', '*.names', '*.phone', '*.birth_date', '*.password'],
        remove: true,
      },
      serializers: {
        req: (request: { method: string; routeOptions?: { url?: string } }) => ({
          method: request.method,
          route: request.routeOptions?.url,
        }),
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
