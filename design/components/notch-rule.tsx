import type { JSX } from 'hono/jsx/jsx-runtime';

/** The one ornament: a thin line that follows, for a moment, half the joint around an eight-fold star of zellige. */
export function NotchRule(): JSX.Element {
  return (
    <div class="notch-rule" aria-hidden="true">
      <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
        <path d={notch} />
      </svg>
    </div>
  );
}

const notch = halfStar({ centre: 13, radius: 12.5 });

// Points alternate between the tips of two crossed squares and the corners where the squares meet, along the lower half of the circle.
function halfStar({ centre, radius }: { centre: number; radius: number }): string {
  const inner = (radius * Math.cos(Math.PI / 4)) / Math.cos(Math.PI / 8);
  const points = Array.from({ length: 9 }, (_, step) => {
    const angle = Math.PI - (step * Math.PI) / 8;
    const reach = step % 2 === 0 ? radius : inner;
    return `${(centre + reach * Math.cos(angle)).toFixed(2)} ${(0.5 + reach * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}`;
}
