import { dirhams } from '#platform/money';
import type { Reader } from '../reader.tsx';
import { DataTable } from './data-table.tsx';
import type { ComponentExamples } from './example.ts';
import { FactorBars } from './factor-bars.tsx';
import { Figure } from './figure.tsx';

const bands = [
  { amount: dirhams(120), rate: 61 },
  { amount: dirhams(240), rate: 44 },
  { amount: dirhams(600), rate: 18 },
];

export const figureExamples: ComponentExamples = {
  component: 'figure',
  examples: {
    'bars-and-table': (reader) => (
      <Figure
        reader={reader}
        headline={reader.text('design.sample.figure.headline')}
        measure={reader.say('design.sample.figure.measure')}
        drawing={
          <FactorBars
            direction="for"
            factors={bands.map(({ amount, rate }) => ({
              name: reader.money(amount),
              answer: reader.number(rate),
              weight: rate / 100,
            }))}
          />
        }
        table={tableOf(reader)}
        source={reader.text('design.sample.figure.source')}
      />
    ),
    table: (reader) => tableOf(reader),
  },
};

function tableOf(reader: Reader) {
  return (
    <DataTable
      caption={reader.text('design.sample.figure.measure')}
      label={reader.text('design.sample.figure.headline')}
      columns={[
        { name: reader.text('design.sample.column.amount') },
        { name: reader.text('design.sample.column.rate'), isNumber: true },
      ]}
      rows={bands.map(({ amount, rate }) => [reader.money(amount), reader.number(rate)])}
    />
  );
}
