/** The renderer's styles arrive as text: they live in the shadow root of each output. */
declare module '*.css' {
  const text: string;
  export default text;
}
