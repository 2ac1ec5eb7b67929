import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhenResult,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';

/** Delays in milliseconds. Each is a ceiling that doubles at every step; the wait is drawn from its upper half. */
export type Patience = {
  /** Sendings within one call, the first included. */
  readonly attempts: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** Failures in a row after which a partner is left in peace. */
  readonly breakAfter: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
};

export const defaultPatience: Patience = {
  attempts: 3,
  firstRetryMs: 200,
  longestRetryMs: 2000,
  breakAfter: 5,
  firstPauseMs: 1000,
  longestPauseMs: 30_000,
};

export type Circuit = 'closed' | 'open' | 'half-open';

export type Resilience<Attempt> = {
  /** Runs with time-out, retries and breaker. Rejects with cockatiel's BrokenCircuitError when the circuit is open. */
  readonly run: (send: (signal: AbortSignal) => Promise<Attempt>) => Promise<Attempt>;
  readonly circuit: () => Circuit;
  /** How long until it is worth asking again: the rest of the pause, or a first pause when the circuit is closed. */
  readonly suggestedWaitMs: () => number;
};

type Surroundings<Attempt> = {
  readonly timeoutMs: number;
  readonly patience: Patience;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly isTransient: (attempt: Attempt) => boolean;
  /** What the partner asked for itself (Retry-After), if it did. */
  readonly askedWaitMs: (attempt: Attempt) => number | undefined;
};

/** One partner's patience, kept over all calls to it. */
export function resilience<Attempt>(around: Surroundings<Attempt>): Resilience<Attempt> {
  const { patience, nowMs, random } = around;
  const transient = handleWhenResult((attempt) => around.isTransient(attempt as Attempt));
  const retries = retry(transient, { maxAttempts: patience.attempts - 1, backoff: new DelegateBackoff(toRetryDelay) });
  let pauseMs = 0;
  let pausedAt = 0;
  const breaker = circuitBreaker(transient, {
    breaker: new ConsecutiveBreaker(patience.breakAfter),
    halfOpenAfter: new DelegateBackoff(({ attempt }: { attempt: number }) => {
      pauseMs = toJitteredDelay(attempt, patience.firstPauseMs, patience.longestPauseMs, random);
      pausedAt = nowMs();
      return pauseMs;
    }),
  });
  const policy = wrap(retries, breaker, timeout(around.timeoutMs, TimeoutStrategy.Cooperative));

  function toRetryDelay({ attempt, result }: { attempt: number; result: object }): number {
    const asked = 'value' in result ? around.askedWaitMs(result.value as Attempt) : undefined;
    const own = toJitteredDelay(attempt, patience.firstRetryMs, patience.longestRetryMs, random);
    return Math.min(Math.max(own, asked ?? 0), patience.longestRetryMs);
  }

  return {
    run: (send) => policy.execute(({ signal }) => send(signal)),
    circuit: () => circuits[breaker.state],
    suggestedWaitMs: () => {
      const left = breaker.state === CircuitState.Open ? pausedAt + pauseMs - nowMs() : patience.firstPauseMs;
      return Math.max(1, Math.ceil(left));
    },
  };
}

const circuits = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const satisfies Record<CircuitState, Circuit>;

/** Jitter keeps many waiting calls from coming back in step. */
function toJitteredDelay(step: number, firstMs: number, longestMs: number, random: () => number): number {
  const ceiling = Math.min(firstMs * 2 ** (step - 1), longestMs);
  return ceiling / 2 + (random() * ceiling) / 2;
}
