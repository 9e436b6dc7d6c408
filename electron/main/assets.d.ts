/** A picture that the build puts into the code as a data URL. */
declare module '*.png?inline' {
  const url: string;
  export default url;
}

/** A file that the build puts into the code as it is. */
declare module '*?raw' {
  const text: string;
  export default text;
}
