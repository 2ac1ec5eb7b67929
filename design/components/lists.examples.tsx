import { Disclosure } from './disclosure.tsx';
import { Doors } from './doors.tsx';
import type { ComponentExamples } from './example.ts';
import { StatusTag } from './status-tag.tsx';
import { SummaryList } from './summary-list.tsx';
import { TaskList } from './task-list.tsx';

export const listExamples: ComponentExamples = {
  component: 'lists',
  examples: {
    'summary-list': (reader) => (
      <SummaryList
        rows={[
          { term: reader.text('design.sample.field'), description: reader.name('BE412345') },
          { term: reader.text('design.sample.question'), description: reader.text('design.sample.yes') },
        ]}
      />
    ),
    'task-list': (reader) => (
      <TaskList
        tasks={[
          { href: '#first', name: reader.text('design.sample.patrimony'), status: reader.text('design.sample.step.second') },
          {
            href: '#second',
            name: reader.text('design.sample.living'),
            status: <StatusTag tone="todo">{reader.text('design.sample.todo')}</StatusTag>,
          },
        ]}
      />
    ),
    doors: (reader) => (
      <Doors
        doors={[
          {
            href: '#card',
            name: reader.text('design.sample.news'),
            help: reader.say('design.sample.news-text'),
            picture: 'card',
          },
          {
            href: '#house',
            name: reader.text('design.sample.living'),
            help: reader.text('design.sample.more-text'),
            picture: 'house',
          },
        ]}
      />
    ),
    disclosure: (reader) => (
      <Disclosure summary={reader.text('design.sample.more')}>
        <p>{reader.say('design.sample.more-text')}</p>
      </Disclosure>
    ),
  },
};
