/** Where Zod keeps its settings. Its own `config` would bring all of Zod into what the first screen waits for. */
const ZOD = '__zod_globalConfig';

/** The page's policy forbids code made from text. Zod would try at its first schema, be refused, and have it reported. */
export function forbidEval(): void {
  const settings = (Reflect.get(globalThis, ZOD) ?? {}) as object;
  Reflect.set(globalThis, ZOD, Object.assign(settings, { jitless: true }));
}
