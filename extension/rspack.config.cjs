/** Merged into the configuration of @jupyter/builder, which takes JavaScript alone: sources are TypeScript. */
module.exports = {
  // Every name is said in what each page loads: short, with the version by which the server lets browsers keep files.
  output: { filename: '[name].js?v=[contenthash]', hashDigestLength: 8 },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        type: 'javascript/auto',
        loader: 'builtin:swc-loader',
        options: {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
    ],
  },
}
