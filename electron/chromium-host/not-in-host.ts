import { EventEmitter } from 'node:events';

/** Thrown when main uses a part of Electron's API that this host does not have; it reads `NotInHost: app.setBadgeCount`. */
export class NotInHost extends Error {
  override readonly name = 'NotInHost';
}

// Asked for by the language, by promises and by printing, of any object: they mean no API of Electron.
const ASKED_OF_ANYTHING = new Set(['then', 'toJSON', 'constructor', 'prototype', 'inspect']);

function missing(name: string, key: PropertyKey): undefined {
  if (typeof key === 'symbol' || ASKED_OF_ANYTHING.has(String(key))) return undefined;
  throw new NotInHost(`${name}.${String(key)}`);
}

/** The same object, except that reading a member it does not have throws by name. Members stay replaceable. */
export function guarded<T extends object>(name: string, parts: T): T {
  return new Proxy(parts, {
    get: (target, key) => (key in target ? (Reflect.get(target, key) as unknown) : missing(name, key)),
  });
}

/** A base class: an EventEmitter whose missing members throw by name. */
export function guardedEmitter(name: string): new () => EventEmitter {
  class GuardedEmitter extends EventEmitter {}
  // The trap stands behind the class, so that private fields of its subclasses work.
  const trap = new Proxy(EventEmitter.prototype, {
    get: (target, key, receiver) =>
      key in target ? (Reflect.get(target, key, receiver) as unknown) : missing(name, key),
  });
  Object.setPrototypeOf(GuardedEmitter.prototype, trap);
  return GuardedEmitter;
}

/** An event as Electron's listeners get it. */
export interface HostEvent {
  readonly preventDefault: () => void;
  readonly defaultPrevented: boolean;
}

/** Makes an event that listeners can stop, with the given details on it. */
export function hostEvent<T extends object>(details: T): T & HostEvent {
  let prevented = false;
  return {
    ...details,
    preventDefault: () => {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
}
