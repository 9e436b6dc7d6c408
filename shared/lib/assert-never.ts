/** Ends an exhaustive switch: the compiler proves it unreachable, the runtime names the value if a lie got through. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
