import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PlainDate } from '#platform/dates';
import type { Reader } from '../reader.tsx';
import { DelayBar } from './delay-bar.tsx';
import { StatusTag, type StatusTone } from './status-tag.tsx';

export type StepState = 'done' | 'current' | 'todo' | 'stopped';
export type Lateness = 'no' | 'warning' | 'late';

export type TimelineStep = {
  readonly name: Child;
  readonly state: StepState;
  /** Who holds, or held, the file at this step. */
  readonly holder?: Child;
  /** The day it was done; for the current step, the day since which the file waits there. */
  readonly on?: PlainDate;
  /** Whole days spent, and the days the step may normally take. */
  readonly days?: number;
  readonly normDays?: number;
  readonly late?: Lateness;
  readonly note?: Child;
};

/** The journey of a file: what is done, who holds it now since when, whether that is late, and what comes. */
export function Timeline({ reader, steps }: { reader: Reader; steps: readonly TimelineStep[] }): JSX.Element {
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li class="step" data-state={step.state} {...(step.state === 'current' ? { 'aria-current': 'step' } : {})}>
          <Marker state={step.state} late={step.late ?? 'no'} />
          <div>
            <p class="step__name">
              {step.name}
              <span class="visually-hidden"> {reader.text(`design.timeline.state.${step.state}`)}</span>
            </p>
            {step.state === 'current' ? <Now reader={reader} step={step} /> : <Then reader={reader} step={step} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Then({ reader, step }: { reader: Reader; step: TimelineStep }): JSX.Element | null {
  if (!step.on && !step.holder && !step.note) return null;
  return (
    <div class="step__facts">
      {step.on && <span>{reader.date(step.on, 'short')}</span>}
      {step.holder && <span>{step.holder}</span>}
      {step.days !== undefined && step.normDays !== undefined && (
        <span>{reader.say('design.timeline.took', { days: step.days, norm: step.normDays })}</span>
      )}
      {step.note && <span>{step.note}</span>}
    </div>
  );
}

function Now({ reader, step }: { reader: Reader; step: TimelineStep }): JSX.Element {
  const { days, normDays, late = 'no' } = step;
  return (
    <div class="step__now">
      {step.holder && <p>{step.holder}</p>}
      {step.on && <p class="quiet">{reader.say('design.timeline.since', { day: step.on })}</p>}
      {days !== undefined && normDays !== undefined && (
        <div class="stack">
          <DelayBar days={days} normDays={normDays} />
          <p>
            <StatusTag tone={lateTones[late]}>{reader.text(`design.timeline.late.${late}`)}</StatusTag>
          </p>
          <p>{reader.say('design.timeline.wait', { days, norm: normDays })}</p>
        </div>
      )}
      {step.note && <p>{step.note}</p>}
    </div>
  );
}

const lateTones: Readonly<Record<Lateness, StatusTone>> = { no: 'open', warning: 'attention', late: 'refused' };

function Marker({ state, late }: { state: StepState; late: Lateness }): JSX.Element {
  return (
    <svg class="step__marker" viewBox="0 0 28 28" aria-hidden="true">
      {state === 'current' && late !== 'no' ? <path class="warning" d="M14 3l12 22H2z" /> : markers[state]}
    </svg>
  );
}

const markers: Readonly<Record<StepState, JSX.Element | JSX.Element[]>> = {
  done: [<circle class="dot" cx="14" cy="14" r="11" />, <path class="tick" d="m9 14.500 3.500 3.500 6.500-7.500" />],
  current: <path class="diamond" d="M14 1l13 13-13 13L1 14z" />,
  todo: <circle class="ring" cx="14" cy="14" r="7" />,
  stopped: <path class="stop" d="M4 4h20v20H4z" />,
};
