import type { Command } from './registry.ts';

/** What of a keyboard event decides about a command. */
export interface Keystroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr is held: the stroke types a character (Czech and Polish layouts). */
  readonly altGraph: boolean;
}

/** Where the keystroke went. */
export interface KeyContext {
  readonly typing: boolean;
  readonly inDialog: boolean;
  /** The focus is on something that Enter and the space bar operate. */
  readonly onControl: boolean;
}

interface Chord {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

/** Whether this machine's Ctrl is spelled ⌘. */
export const isMac = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const parse = (keys: string): Chord => {
  const parts = keys.toLowerCase().split('+');
  return {
    mod: parts.includes('mod'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
    // The plus sign itself stands at the end, as in `mod++`.
    key: keys.endsWith('+') ? '+' : (parts.at(-1) ?? ''),
  };
};

const LATIN = /^[a-z]$/;
const PHYSICAL_LETTER = /^Key([A-Z])$/;
const PHYSICAL_DIGIT = /^Digit(\d)$/;

/**
 * The name of the key that was struck, independent of the layout: a Latin letter as it is labelled (so that Z is Z on
 * QWERTZ), on other alphabets the letter at that place (so that Ctrl K works in Cyrillic), digits of the upper row by
 * place (Czech types letters there), everything else as typed.
 */
export function keyName({ key, code, altKey }: Pick<Keystroke, 'key' | 'code' | 'altKey'>): string {
  const typed = key.toLowerCase();
  if (LATIN.test(typed) && !altKey) return typed;
  const letter = PHYSICAL_LETTER.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  return PHYSICAL_DIGIT.exec(code)?.[1] ?? typed;
}

/** Characters that are typed with or without Shift, depending on the layout. */
const isPunctuation = (key: string): boolean => key.length === 1 && !/[\p{L}\d]/u.test(key);

/** Whether the keystroke is that of `keys`. */
export function matches(keys: string, stroke: Keystroke, mac: boolean): boolean {
  if (stroke.altGraph) return false;
  const chord = parse(keys);
  const mod = mac ? stroke.metaKey : stroke.ctrlKey;
  const foreign = mac ? stroke.ctrlKey : stroke.metaKey;
  if (foreign || mod !== chord.mod || stroke.altKey !== chord.alt) return false;
  if (isPunctuation(chord.key)) return stroke.key === chord.key;
  return stroke.shiftKey === chord.shift && keyName(stroke) === chord.key;
}

const FUNCTION_KEY = /^f\d{1,2}$/;

function allowed(command: Command, keys: string, context: KeyContext): boolean {
  if (context.inDialog && command.inDialog !== true) return false;
  const { mod, alt, key } = parse(keys);
  const safe = mod || alt || FUNCTION_KEY.test(key);
  if (context.typing && !(command.whileTyping ?? safe)) return false;
  return safe || !context.onControl || (key !== 'enter' && key !== ' ');
}

/** The command that the keystroke means; of several, the one registered last. */
export function commandFor(
  commands: readonly Command[],
  stroke: Keystroke,
  context: KeyContext,
  mac: boolean,
): Command | undefined {
  return commands.findLast(
    (command) =>
      command.keys !== undefined &&
      matches(command.keys, stroke, mac) &&
      allowed(command, command.keys, context),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: 'Enter',
  ' ': 'Space',
  escape: 'Esc',
  delete: 'Del',
  backspace: 'Backspace',
  tab: 'Tab',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** The keys as they are printed on this machine's keyboard: «Ctrl K», on macOS «⌘K». */
export function keyLabel(keys: string, mac = isMac()): string {
  const { mod, alt, shift, key } = parse(keys);
  const name = NAMES[key] ?? key.toUpperCase();
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name]
    .filter((part) => part !== '')
    .join(' ');
}
