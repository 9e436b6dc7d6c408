import { attachmentRecord, type AttachmentBody } from '#shared/domain/attachment.ts';
import { newRecordId, type FileId } from '#shared/domain/ids.ts';
import { noteRecord, type NoteBody } from '#shared/domain/note.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { audit, vault } from '#renderer/db/index.ts';
import { EMAIL } from '#renderer/worker/documents/lines.ts';
import type { Preview } from '#renderer/worker/documents/preview.ts';
import { readPreview } from '#renderer/worker/documents/read-document.ts';
import { storeAttachment } from './attachments.ts';
import { noteOfText } from './import/note-text.ts';

type Mail = Extract<Preview, { kind: 'mail' }>;

/** What an e-mail is called where it does not say it itself, and what is attached to it. */
interface MailWords {
  readonly noSubject: string;
  readonly unnamed: string;
  /** Where such an interaction takes place: by e-mail. */
  readonly place: string;
}

const LINE = 500;
/** Larger files are kept as documents, whatever their name says, bytes. */
const MOST_MAIL_BYTES = 64 * 1024 * 1024;

/** The people of a head, one by one; a comma within quotes parts nobody, and is rare enough to be left. */
const peopleIn = (head: string): readonly string[] =>
  head
    .split(', ')
    .map((one) => one.replace(/\s*<[^>]*>$/, '').trim())
    .filter((one) => one !== '');

function noteOf(mail: Mail, words: MailWords): NoteBody {
  const at = mail.sentAt ?? systemClock.now();
  const people = [mail.from, mail.to, mail.cc].flatMap(peopleIn);
  return {
    title: (mail.subject.trim() || words.noSubject).slice(0, LINE),
    templateId: null,
    startedAt: at,
    endedAt: at,
    timerSeconds: 0,
    attendees: people.map((name) => ({ name: name.slice(0, LINE), side: 'other' })),
    channel: 'other',
    place: words.place,
    agenda: [],
    body: noteOfText(mail.text),
    translations: {},
    nextMeeting: null,
    wrappedAt: null,
  };
}

/** The e-mail in a file; null when it is none. */
async function mailIn(file: File): Promise<Mail | null> {
  if (file.size > MOST_MAIL_BYTES) return null;
  const preview = await readPreview({
    mediaType: EMAIL,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  return preview?.kind === 'mail' ? preview : null;
}

/**
 * Makes an e-mail an interaction of a client file: a note with its words at its time, and as documents the e-mail itself,
 * as it came, and what is attached to it. One change.
 * @returns The number of the action, to undo it; null when it was cancelled; `noMail` when the file is none.
 */
export async function addMail(
  fileId: FileId,
  file: File,
  words: MailWords,
): Promise<number | 'noMail' | null> {
  const mail = await mailIn(file);
  if (mail === null) return 'noMail';
  const files = [file, ...mail.enclosed.map(({ name, bytes }) => new File([bytes], name || words.unnamed))];
  const bodies: AttachmentBody[] = [];
  for (const one of files) {
    const body = await storeAttachment(fileId, one);
    // Chunks that no record names are cleared away by the check.
    if (body === null) return null;
    bodies.push(body);
  }
  return vault().act(async (change) => {
    change.put(noteRecord, { id: newRecordId(), fileId }, noteOf(mail, words));
    for (const body of bodies) {
      const id = newRecordId();
      change.put(attachmentRecord, { id, fileId }, body);
      await audit(change, 'attachmentAdded', { fileId, id });
    }
  });
}
