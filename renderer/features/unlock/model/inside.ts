/** What lies behind the lock screen. A large part of the app: read while the passphrase is typed, not before the screen. */
export const inside = () => import('../inside.ts');
