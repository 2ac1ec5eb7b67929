/** Logical properties only: the same sheet serves Arabic and French, so nothing may name a left or a right. */
const config = {
  rules: {
    'property-disallowed-list': [
      [
        'left',
        'right',
        'top',
        'bottom',
        'float',
        'clear',
        'width',
        'height',
        '/^(min|max)-(width|height)$/',
        '/-(left|right|top|bottom)(-|$)/',
        'letter-spacing',
      ],
      {
        message: (property) => `${property}: use the logical property (inline-start, block-size…); letter-spacing breaks Arabic`,
      },
    ],
    'declaration-property-value-disallowed-list': {
      'text-align': ['left', 'right'],
      'text-transform': ['uppercase', 'capitalize'],
      'font-style': ['italic', 'oblique'],
      'background-position': ['/left|right/'],
      resize: ['horizontal'],
    },
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-properties': true,
    'block-no-empty': true,
    'property-no-unknown': true,
    'selector-pseudo-class-no-unknown': true,
    'unit-no-unknown': true,
    'declaration-no-important': true,
  },
};

// biome-ignore lint/style/noDefaultExport: stylelint reads nothing else.
export default config;
