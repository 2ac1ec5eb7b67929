import { Component, type ReactNode } from 'react';
import { Words } from '../client/words.tsx';

type State = { readonly failure: Error | undefined };

/** A screen that breaks says so and leaves the rest of the office standing; what was typed is kept by its screen, not here. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(failure: Error): State {
    return { failure };
  }

  override render(): ReactNode {
    if (this.state.failure === undefined) return this.props.children;
    return (
      <div className="failed" role="alert">
        <p>
          <Words k="office.shell.broken" />
        </p>
        <p className="detail">
          <bdi>{this.state.failure.message}</bdi>
        </p>
        <button type="button" className="button button-plain" onClick={() => location.reload()}>
          <Words k="office.shell.reload" />
        </button>
      </div>
    );
  }
}
