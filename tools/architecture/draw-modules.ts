import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { askedBy, type ModuleName, moduleNames, whoMayAskWhom } from './who-may-ask-whom.ts';

const BOX = { width: 176, height: 50 };
const GAP = 34;
const ROW = 116;
const MARGIN = { left: 64, top: 84, right: 40, bottom: 40 };

const INK = '#1d2b24';
const QUIET = '#5d6b63';
const PAPER = '#fdfcf8';
const LINE = '#9db3a6';
const FILL = '#e3efe7';
const EDGE = '#1f6f4a';

type Place = { readonly name: ModuleName; readonly x: number; readonly y: number };

/** The table of who may ask whom as a picture: levels as rows, the lowest at the bottom, an arrow from who asks to who is asked. */
export function drawModules(): string {
  const levels = [...new Set(moduleNames.map((name) => whoMayAskWhom[name].level))].sort((a, b) => b - a);
  const rows = levels.map((level) => moduleNames.filter((name) => whoMayAskWhom[name].level === level));
  const widest = Math.max(...rows.map((row) => row.length));
  const width = MARGIN.left + widest * (BOX.width + GAP) - GAP + MARGIN.right;
  const height = MARGIN.top + (rows.length - 1) * ROW + BOX.height + MARGIN.bottom;
  const places = rows.flatMap((row, index) => placesOf(row, { index, width }));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif">`,
    '<title id="title">The modules of RAMED and who may ask whom</title>',
    `<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="${LINE}"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<text x="24" y="34" font-size="19" font-weight="600" fill="${INK}">Who may ask whom</text>`,
    `<text x="24" y="56" font-size="13" fill="${QUIET}">An arrow asks, through the front door; “+” names others asked besides. Against the arrows, events. Dashed: not built yet.</text>`,
    ...levels.map((level, index) => levelLabel(level, index)),
    ...places.flatMap((place) => arrowsFrom(place, places)),
    ...places.map(box),
    '</svg>',
  ].join('\n')}\n`;
}

function placesOf(row: readonly ModuleName[], { index, width }: { index: number; width: number }): readonly Place[] {
  const length = row.length * (BOX.width + GAP) - GAP;
  const start = MARGIN.left + (width - MARGIN.left - MARGIN.right - length) / 2;
  return row.map((name, column) => ({ name, x: start + column * (BOX.width + GAP), y: MARGIN.top + index * ROW }));
}

function levelLabel(level: number, index: number): string {
  const y = MARGIN.top + index * ROW + BOX.height / 2 + 5;
  return `<text x="24" y="${y}" font-size="13" fill="${QUIET}">${level}</text>`;
}

function arrowsFrom(from: Place, places: readonly Place[]): readonly string[] {
  return drawnFrom(from.name).map((asked) => {
    const to = places.find(({ name }) => name === asked) ?? from;
    return `<path d="${curve(from, to)}" fill="none" stroke="${LINE}" stroke-width="1.3" marker-end="url(#head)"/>`;
  });
}

function curve(from: Place, to: Place): string {
  if (from.y === to.y) return beside(from, to);
  const start = { x: from.x + BOX.width / 2 + lean(from, to), y: from.y + BOX.height };
  const end = { x: to.x + BOX.width / 2 + lean(to, from), y: to.y - 2 };
  const bend = (end.y - start.y) * 0.5;
  return `M${start.x} ${start.y}C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}`;
}

/** Neighbours of one level: a line from side to side. */
function beside(from: Place, to: Place): string {
  const leftwards = to.x < from.x;
  const y = from.y + BOX.height / 2;
  const start = leftwards ? from.x : from.x + BOX.width;
  const end = leftwards ? to.x + BOX.width + 2 : to.x - 2;
  return Math.abs(end - start) <= GAP
    ? `M${start} ${y}H${end}`
    : `M${start} ${y}Q${(start + end) / 2} ${y - ROW * 0.5} ${end} ${y}`;
}

/** Lines leave and arrive a little towards where they go, so that they fan out instead of meeting in one point. */
function lean(one: Place, other: Place): number {
  return Math.max(-46, Math.min(46, Math.round((other.x - one.x) / 8)));
}

function box({ name, x, y }: Place): string {
  const isBuilt = existsSync(join(projectRoot, 'modules', name));
  const middle = x + BOX.width / 2;
  const note = noteOf(name);
  const text = (size: number, below: number, ink: string, words: string) =>
    `<text x="${middle}" y="${y + below}" font-size="${size}" text-anchor="middle" fill="${ink}">${words}</text>`;
  return [
    `<g><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="${isBuilt ? FILL : PAPER}" stroke="${EDGE}"${isBuilt ? '' : ' stroke-dasharray="5 4"'}/>`,
    text(14, note === '' ? 30 : 22, INK, name),
    note === '' ? '' : text(10.5, 39, QUIET, note),
    '</g>',
  ].join('');
}

/** Who is asked without an arrow of its own. */
function noteOf(name: ModuleName): string {
  if (asksAny(name)) return 'asks any, reads only';
  const others = askedBy(name).filter((asked) => !drawnFrom(name).includes(asked));
  return others.length === 0 ? '' : `+ ${others.join(', ')}`;
}

/** An arrow for whom no other asked module asks in turn: the rest stand in the box, or the picture would be a thicket. */
function drawnFrom(name: ModuleName): readonly ModuleName[] {
  if (asksAny(name)) return [];
  const asked = askedBy(name);
  return asked.filter((one) => !asked.some((other) => other !== one && reachedFrom(other).includes(one)));
}

function reachedFrom(name: ModuleName): readonly ModuleName[] {
  return askedBy(name).flatMap((asked) => [asked, ...reachedFrom(asked)]);
}

function asksAny(name: ModuleName): boolean {
  return (whoMayAskWhom[name].asks as unknown) === 'any';
}
