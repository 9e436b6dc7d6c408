declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// The page's policy forbids code made from text. Zod would try at its first schema, be refused, and have it reported. Its
// settings lie here; its own `config` would bring all of Zod into what the first screen waits for.
globalThis.__zod_globalConfig ??= {};
globalThis.__zod_globalConfig.jitless = true;

export {};
