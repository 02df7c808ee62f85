import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

// The one direction of imports: api, kit, theme, i18n → features → scenes → router.
const outOfReach = {
  ground: ['@/features/*', '@/scenes/*', '@/router', '@/main'],
  features: ['@/scenes/*', '@/router', '@/main'],
  scenes: ['@/router', '@/main'],
};

const wall = (layer, files) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: outOfReach[layer], message: 'Imports flow api, kit, theme → features → scenes → router.' },
          { group: ['../*'], message: 'Import by @/ path, so that the flow of imports can be checked.' },
        ],
      },
    ],
  },
});

const spoken = 'Every word an agent reads comes from src/i18n.';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  ...ts.configs.strict,
  ...ts.configs.stylistic,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}{2,}/u]', message: spoken },
        {
          selector:
            'JSXAttribute[name.name=/^(label|title|placeholder|description|alt|aria-label|error|nothingFoundMessage)$/] > Literal[value=/\\p{L}/u]',
          message: spoken,
        },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  wall('ground', ['src/{api,kit,theme,i18n}/**']),
  wall('features', ['src/features/**']),
  wall('scenes', ['src/scenes/**']),
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'no-restricted-syntax': 'off' } },
);
