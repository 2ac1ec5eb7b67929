import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export type Task = { readonly href: string; readonly name: Child; readonly status: Child };

/** Tasks in free order, each with where it stands. */
export function TaskList({ tasks }: { tasks: readonly Task[] }): JSX.Element {
  return (
    <ul class="task-list">
      {tasks.map(({ href, name, status }) => (
        <li>
          <a href={href}>{name}</a>
          {status}
        </li>
      ))}
    </ul>
  );
}
