import type { Reader } from '../reader.tsx';
import { Banner, type BannerTone } from './banner.tsx';
import type { ComponentExamples } from './example.ts';

const tones: readonly BannerTone[] = ['information', 'success', 'warning', 'error'];

export const bannerExamples: ComponentExamples = {
  component: 'banner',
  examples: Object.fromEntries(tones.map((tone) => [tone, (reader: Reader) => bannerOf(reader, tone)])),
};

function bannerOf(reader: Reader, tone: BannerTone) {
  return (
    <Banner tone={tone} title={reader.text('design.sample.news')}>
      <p>{reader.say('design.sample.news-text')}</p>
    </Banner>
  );
}
