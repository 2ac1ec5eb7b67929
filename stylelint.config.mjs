/** Four sides in one line go by the clock: when the second and the fourth differ, one of them is a left or a right. */
const unequalSides = /^\S+\s+(\S+)\s+\S+\s+(?!\1$)\S+$/;
/** The same of corners: the first two are at the top, the last two at the bottom. */
const unequalCorners = /^(\S+)\s+(?!\1(\s|$))\S+|^\S+\s+\S+\s+(\S+)\s+(?!\3$)\S+$/;

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
      '/./': [/\b(left|right)\b/],
      '/^(margin|padding|inset|scroll-margin|scroll-padding|border-(width|style|color))$/': [unequalSides],
      'border-radius': [unequalCorners],
      '/^(translate|transform)$/': [/^-?[\d.]*[1-9]|translate(x|3d)?\(\s*-?[\d.]*[1-9]/i],
      'box-shadow': [/(^|,\s*)(inset\s+)?-?[\d.]*[1-9][\d.]*[a-z]+\s/i],
      'text-transform': ['uppercase', 'capitalize'],
      'font-style': ['italic', 'oblique'],
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
