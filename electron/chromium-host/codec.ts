// Values cross between host and page as text. The functions below are also run inside the page, from their source
// text: they must not use anything from outside themselves.

/** Makes a function that turns what structured cloning would carry into text; it throws for the rest. */
export function createEncoder(toBase64: (bytes: Uint8Array) => string): (value: unknown) => string {
  const CANNOT = 'An object could not be cloned.';
  const packPlain = (value: object, depth: number): unknown => {
    const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
      key,
      pack(item, depth + 1),
    ]);
    return '$' in value ? { $: 'object', v: entries } : Object.fromEntries(entries);
  };
  const packObject = (value: object, depth: number): unknown => {
    if (value instanceof Uint8Array) return { $: 'bytes', v: toBase64(value) };
    if (Array.isArray(value)) return value.map((item) => pack(item, depth + 1));
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (value instanceof Map) return { $: 'map', v: pack([...value], depth + 1) };
    if (value instanceof Set) return { $: 'set', v: pack([...value], depth + 1) };
    if (value instanceof Error) return { $: 'error', v: value.message, name: value.name };
    if (ArrayBuffer.isView(value) || value instanceof Promise || value instanceof RegExp) {
      throw new TypeError(CANNOT);
    }
    return packPlain(value, depth);
  };
  const pack = (value: unknown, depth: number): unknown => {
    // Deeper than this is a cycle, which text cannot hold.
    if (depth > 200) throw new TypeError(CANNOT);
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: value.toString() };
    if (Object.is(value, -0)) return { $: 'number', v: '-0' };
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) };
    if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(CANNOT);
    return typeof value === 'object' && value !== null ? packObject(value, depth) : value;
  };
  return (value) => JSON.stringify(pack(value, 0));
}

/** Makes the function that reads such text back. */
export function createDecoder(
  fromBase64: (text: string) => Uint8Array<ArrayBuffer>,
): (text: string) => unknown {
  const fields = (entries: [string, unknown][]): unknown =>
    Object.fromEntries(entries.map(([key, item]) => [key, unpack(item)]));
  const unpackTagged = (tag: unknown, v: unknown, name: unknown): unknown => {
    switch (tag) {
      case 'bytes':
        return fromBase64(String(v));
      case 'buffer':
        return fromBase64(String(v)).buffer;
      case 'date':
        return new Date(Number(v));
      case 'bigint':
        return BigInt(String(v));
      case 'number':
        return Number(v);
      case 'map':
        return new Map(unpack(v) as [unknown, unknown][]);
      case 'set':
        return new Set(unpack(v) as unknown[]);
      case 'error':
        return Object.assign(new Error(String(v)), { name: String(name) });
      case 'object':
        return fields(v as [string, unknown][]);
      default:
        return undefined;
    }
  };
  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(unpack);
    const { $: tag, v, name } = value as Record<string, unknown>;
    return '$' in value ? unpackTagged(tag, v, name) : fields(Object.entries(value));
  };
  return (text) => unpack(JSON.parse(text) as unknown);
}

/** Cuts a message into pieces of about `size` characters, never inside a character: `+` means more follows, `.` ends it. */
export function cutMessage(text: string, size: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > size) {
    const last = text.charCodeAt(start + size - 1);
    const end = start + size - (last >= 0xd800 && last < 0xdc00 ? 1 : 0);
    pieces.push(`+${text.slice(start, end)}`);
    start = end;
  }
  pieces.push(`.${text.slice(start)}`);
  return pieces;
}

/** The host's side. */
export const encode = createEncoder((bytes) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
);

/**
 * The host's side. Bytes come as plain `Uint8Array`s, as Electron's IPC gives them: the only ones, so that whoever gets a
 * key can wipe it.
 */
export const decode = createDecoder((text) => {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text, 'base64'));
  const length = bytes.write(text, 'base64');
  return new Uint8Array(bytes.buffer, 0, length);
});
