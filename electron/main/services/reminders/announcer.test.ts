import { describe, expect, it } from 'vitest';
import { sealLabel } from '#shared/crypto/labels.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { noticesFor } from './announcer.ts';
import { occurrence } from './testing.ts';

const key = new Uint8Array(32).fill(1);
const AT = Date.parse('2026-11-22T09:00Z');
const fired = (n: number, missed = false) => ({ ...occurrence(n, AT + n), missed });
const speaking = (changes: object = {}) => ({
  language: 'en' as const,
  key,
  looking: false,
  dueCount: 1,
  label: (id: string) => sealLabel(key, id, { title: `Call ${id.slice(35, 36)}`, client: 'Nowak' }),
  ...changes,
});

const other = (id: string) => sealLabel(new Uint8Array(32), id, { title: 'x', client: 'y' });

describe('noticesFor', () => {
  it('names the reminder and the client, and leads to the file', () => {
    const one = fired(1);
    expect(noticesFor([one], speaking())).toEqual([
      {
        id: one.id,
        title: 'Call 1',
        body: 'Nowak',
        opens: { reminderId: one.reminderId, fileId: one.fileId },
      },
    ]);
  });

  it('says nothing but that something is due while a client is looking, and leads nowhere', () => {
    for (const language of LANGUAGES) {
      const notices = noticesFor([fired(1), fired(2, true), fired(3)], speaking({ looking: true, language }));
      expect(notices).toHaveLength(1);
      expect(JSON.stringify(notices)).not.toMatch(/Call|Nowak/);
      expect(notices[0]?.opens).toEqual({ reminderId: null, fileId: null });
    }
  });

  it('says when a missed one was due', () => {
    expect(noticesFor([fired(1, true)], speaking())[0]?.body).toMatch(/^Nowak · was due .*2026/);
  });

  it('tells several missed ones in one notice, in order', () => {
    const notices = noticesFor(
      [1, 2, 3, 4, 5].map((n) => fired(n, true)),
      speaking(),
    );
    expect(notices).toEqual([
      {
        id: 'reminders-missed',
        title: '5 missed reminders',
        body: 'Call 1\nCall 2\nCall 3\nand 2 more',
        opens: { reminderId: null, fileId: null },
      },
    ]);
  });

  it('tells a few one by one, and many in one notice', () => {
    expect(
      noticesFor(
        [1, 2, 3].map((n) => fired(n)),
        speaking(),
      ),
    ).toHaveLength(3);
    expect(
      noticesFor(
        [1, 2, 3, 4].map((n) => fired(n)),
        speaking(),
      )[0]?.title,
    ).toBe('4 reminders are due');
    expect(
      noticesFor([fired(1, true), fired(2, true), fired(3)], speaking()).map(({ title }) => title),
    ).toEqual(['2 missed reminders', 'Call 3']);
  });

  it.each(LANGUAGES)('says nothing of whom or what while locked (%s)', (language) => {
    const [notice, ...more] = noticesFor(
      [fired(1), fired(2, true)],
      speaking({ key: null, dueCount: 5, language }),
    );
    expect(more).toEqual([]);
    expect(notice?.body).toContain('5');
    expect(JSON.stringify(notice)).not.toMatch(/Call|Nowak|[0-9a-f]{8}-/);
  });

  it('leads to the file of the one that is due while locked, and to the list when there are more', () => {
    const opens = (dueCount: number) => noticesFor([fired(1)], speaking({ key: null, dueCount }))[0]?.opens;
    expect(opens(1)).toEqual({ reminderId: fired(1).reminderId, fileId: fired(1).fileId });
    expect(opens(2)).toEqual({ reminderId: null, fileId: null });
  });

  it('still speaks when the label is missing or belongs to another vault', () => {
    expect(noticesFor([fired(1)], speaking({ label: other }))[0]).toMatchObject({
      title: 'Reminder',
      body: '',
    });
    expect(noticesFor([fired(1)], speaking({ label: () => undefined }))[0]?.title).toBe('Reminder');
  });

  it('says nothing of nothing', () => {
    expect(noticesFor([], speaking())).toEqual([]);
    expect(noticesFor([], speaking({ key: null }))).toEqual([]);
  });
});
