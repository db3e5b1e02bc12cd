import jupyter from '@jupyter/eslint-plugin'
import parser from '@typescript-eslint/parser'

/** What JupyterLab recommends to extensions; the rest of the style is Biome's. */
export default [
  ...jupyter.configs.recommended,
  { files: ['src/**/*.{ts,tsx}'], languageOptions: { parser } },
  { files: ['src/**/*.test.ts', 'src/**/testing/*.ts'], rules: { 'jupyter/no-untranslated-string': 'off' } },
]
