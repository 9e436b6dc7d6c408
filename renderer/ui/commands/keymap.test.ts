import { describe, expect, it } from 'vitest';
import { commandFor, type KeyContext, keyLabel, type Keystroke, matches } from './keymap.ts';
import type { Command } from './registry.ts';

const stroke = (key: string, code: string, more: Partial<Keystroke> = {}): Keystroke => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...more,
});
const ctrl = { ctrlKey: true };
const PLAIN: KeyContext = { typing: false, inDialog: false, onControl: false };
const command = (id: string, keys: string, more: Partial<Command> = {}): Command => ({
  id,
  keys,
  title: id,
  group: '',
  run: () => undefined,
  ...more,
});
const found = (commands: readonly Command[], struck: Keystroke, context: Partial<KeyContext> = {}) =>
  commandFor(commands, struck, { ...PLAIN, ...context }, false)?.id;

describe('keys on other layouts', () => {
  it.each([
    ['mod+k', stroke('k', 'KeyK', ctrl), 'US'],
    ['mod+k', stroke('л', 'KeyK', ctrl), 'Russian'],
    ['mod+z', stroke('z', 'KeyY', ctrl), 'Czech QWERTZ: the key labelled Z'],
    ['alt+1', stroke('+', 'Digit1', { altKey: true }), 'Czech: the upper row types letters'],
    ['+', stroke('+', 'Digit1'), 'the plus sign itself, on a Czech keyboard'],
    ['+', stroke('+', 'Equal', { shiftKey: true }), 'and on an American one'],
    ['alt+7', stroke('ý', 'Digit7', { altKey: true }), 'Czech'],
    ['j', stroke('о', 'KeyJ'), 'Russian'],
    ['?', stroke('?', 'Slash', { shiftKey: true }), 'US'],
    ['?', stroke('?', 'Comma', { shiftKey: true }), 'Czech'],
    ['?', stroke('?', 'Digit7', { shiftKey: true }), 'Russian'],
    ['mod+,', stroke(',', 'Comma', ctrl), 'US'],
    ['mod+shift+z', stroke('Z', 'KeyZ', { ...ctrl, shiftKey: true }), 'US'],
    ['mod+enter', stroke('Enter', 'Enter', ctrl), 'any'],
    ['f9', stroke('F9', 'F9'), 'any'],
  ])('%s is %o on %s', (keys, struck) => {
    expect(matches(keys, struck, false)).toBe(true);
  });

  it.each([
    ['mod+y', stroke('z', 'KeyY', ctrl), 'QWERTZ: the label decides, not the place'],
    ['alt+1', stroke('~', 'Digit1', { altKey: true, ctrlKey: true, altGraph: true }), 'AltGr types'],
    ['mod+e', stroke('€', 'KeyE', { ...ctrl, altKey: true, altGraph: true }), 'AltGr types'],
    ['mod+k', stroke('k', 'KeyK'), 'mod is missing'],
    ['k', stroke('k', 'KeyK', ctrl), 'mod is too much'],
    ['mod+z', stroke('Z', 'KeyZ', { ...ctrl, shiftKey: true }), 'shift is too much'],
    ['mod+k', stroke('k', 'KeyK', { metaKey: true }), 'Windows key'],
  ])('%s is not %o: %s', (keys, struck) => {
    expect(matches(keys, struck, false)).toBe(false);
  });

  it('takes Command for mod on macOS, and Ctrl for nothing', () => {
    expect(matches('mod+k', stroke('k', 'KeyK', { metaKey: true }), true)).toBe(true);
    expect(matches('mod+k', stroke('k', 'KeyK', ctrl), true)).toBe(false);
    expect(matches('alt+1', stroke('¡', 'Digit1', { altKey: true }), true)).toBe(true);
  });
});

describe('which command a keystroke means', () => {
  const all = [
    command('down', 'j'),
    command('palette', 'mod+k'),
    command('lock', 'mod+l', { inDialog: true }),
  ];

  it('leaves single letters to the text while one is typed', () => {
    expect(found(all, stroke('j', 'KeyJ'))).toBe('down');
    expect(found(all, stroke('j', 'KeyJ'), { typing: true })).toBeUndefined();
    expect(found(all, stroke('k', 'KeyK', ctrl), { typing: true })).toBe('palette');
  });

  it('lets a command say otherwise', () => {
    const typed = [
      command('send', 'enter', { whileTyping: true }),
      command('undo', 'mod+z', { whileTyping: false }),
    ];
    expect(found(typed, stroke('Enter', 'Enter'), { typing: true })).toBe('send');
    expect(found(typed, stroke('z', 'KeyZ', ctrl), { typing: true })).toBeUndefined();
  });

  it('runs only what belongs there while a dialog is open', () => {
    expect(found(all, stroke('k', 'KeyK', ctrl), { inDialog: true })).toBeUndefined();
    expect(found(all, stroke('l', 'KeyL', ctrl), { inDialog: true })).toBe('lock');
  });

  it('leaves Enter to a focused button', () => {
    const open = [command('open', 'enter')];
    expect(found(open, stroke('Enter', 'Enter'))).toBe('open');
    expect(found(open, stroke('Enter', 'Enter'), { onControl: true })).toBeUndefined();
  });

  it('takes the one registered last', () => {
    expect(found([command('screen', 'mod+p'), command('dialog', 'mod+p')], stroke('p', 'KeyP', ctrl))).toBe(
      'dialog',
    );
  });
});

describe('keys as they are written', () => {
  it.each([
    ['mod+k', 'Ctrl K', '⌘K'],
    ['mod+shift+f', 'Ctrl Shift F', '⇧⌘F'],
    ['alt+1', 'Alt 1', '⌥1'],
    ['mod+enter', 'Ctrl Enter', '⌘Enter'],
    ['arrowdown', '↓', '↓'],
    ['?', '?', '?'],
  ])('%s', (keys, windows, mac) => {
    expect(keyLabel(keys, false)).toBe(windows);
    expect(keyLabel(keys, true)).toBe(mac);
  });
});
