/** Most that one message may carry, all strings (two bytes a unit) and byte arrays together. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;
const MAX_VALUES = 1_000_000;
const MAX_DEPTH = 200;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether a message is plain data of bearable size: primitives, arrays, plain objects and bytes, no cycle, no key that
 * reaches a prototype. Runs before any schema, so that no message can exhaust memory or the stack there.
 */
export function isPlainAndSmall(message: unknown, maxBytes = MAX_MESSAGE_BYTES): boolean {
  let bytes = 0;
  let values = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    bytes += sizeOf(value);
    if (values + waiting.length > MAX_VALUES || bytes > maxBytes || depth > MAX_DEPTH) return false;
    const children = childrenOf(value);
    if (children === null) return false;
    for (const child of children) waiting.push({ value: child, depth: depth + 1 });
  }
  return true;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length * 2;
  return value instanceof Uint8Array ? value.length : 8;
}

/** What a value holds; null when it is no plain data. */
function childrenOf(value: unknown): readonly unknown[] | null {
  if (value === null || value instanceof Uint8Array) return [];
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object') return typeof value === 'function' || typeof value === 'symbol' ? null : [];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return null;
  const keys = Object.keys(value);
  return keys.some((key) => FORBIDDEN_KEYS.has(key)) ? null : Object.values(value);
}
