export { type Bar, barChart } from './bar-chart.ts';
export { axisEnd, type ChartFrame, type Direction } from './chart.ts';
export { type IntervalRow, intervalPlot } from './interval-plot.ts';
export { type PeriodsFrame, type PeriodsRow, periodsChart } from './periods-chart.ts';
