import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { MENU_COMMANDS } from '#shared/ipc/contract.ts';
import { trayTemplate } from '#main/tray/template.ts';
import { menuTemplate } from './template.ts';

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

const template = (mac: boolean, send = vi.fn(), language: (typeof LANGUAGES)[number] = 'en') =>
  flat(menuTemplate({ t: translator(language), mac, developer: false, send }));

describe.each([true, false])('the menu (macOS: %s)', (mac) => {
  it('offers every command once, shows its key and does not take it', () => {
    const send = vi.fn();
    const commands = template(mac, send).filter((item) => item.id !== undefined);
    expect(new Set(commands.map((item) => item.id))).toEqual(new Set(MENU_COMMANDS));
    expect(commands).toHaveLength(MENU_COMMANDS.length);
    for (const item of commands) {
      expect(item.accelerator).toBeTruthy();
      expect(item.registerAccelerator).toBe(false);
      item.click?.({} as never, undefined, {});
      expect(send).toHaveBeenLastCalledWith(item.id);
    }
  });

  it.each(LANGUAGES)('has a label for everything in %s', (language) => {
    const items = template(mac, vi.fn(), language).filter((item) => item.type !== 'separator');
    for (const { label } of items) {
      expect(label).toBeTruthy();
      expect(label).not.toMatch(/^main\.|\{\{/);
    }
  });

  it('gives no key twice', () => {
    const keys = template(mac)
      .map((item) => item.accelerator)
      .filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('offers the usual roles, and developer tools only to developers', () => {
    const roles = template(mac)
      .map((item) => item.role)
      .filter((role) => role !== undefined);
    for (const role of [
      'undo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'about',
      'quit',
    ]) {
      expect(roles).toContain(role);
    }
    expect(roles).not.toContain('toggleDevTools');
    expect(roles).not.toContain('reload');
  });
});

describe('the tray menu', () => {
  it('opens, locks while there is something to lock, and quits', () => {
    const actions = { open: vi.fn(), lock: vi.fn(), quit: vi.fn() };
    const items = trayTemplate({ t: translator('cs'), unlocked: false, ...actions });
    expect(items.map((item) => item.enabled)).toEqual([undefined, false, undefined, undefined]);
    for (const item of items) item.click?.({} as never, undefined, {});
    for (const action of Object.values(actions)) expect(action).toHaveBeenCalledOnce();
  });
});
