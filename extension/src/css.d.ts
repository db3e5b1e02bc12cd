/** The bundler puts style sheets into the page when the code that names them comes. */
declare module '*.css'
