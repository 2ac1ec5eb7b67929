import type { ComponentExamples } from './example.ts';
import { Icon, iconNames } from './icon.tsx';
import { Pictogram, pictogramNames } from './pictogram.tsx';

export const pictureExamples: ComponentExamples = {
  component: 'pictures',
  examples: {
    icons: () => (
      <div class="swatches">
        {iconNames.map((name) => (
          <Icon name={name} />
        ))}
      </div>
    ),
    pictograms: () => (
      <div class="swatches">
        {pictogramNames.map((name) => (
          <Pictogram name={name} />
        ))}
      </div>
    ),
  },
};
