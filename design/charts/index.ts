export { type Bar, barChart } from './bar-chart.ts';
export { axisEnd, type ChartFrame, type Direction } from './chart.ts';
export { type IntervalRow, intervalPlot } from './interval-plot.ts';
