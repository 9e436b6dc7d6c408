/** Media types (RFC 6838) of the files that come to a practice, by extension. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  isdoc: 'application/xml',
  json: 'application/json',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  opus: 'audio/opus',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  avi: 'video/x-msvideo',
  zip: 'application/zip',
  '7z': 'application/x-7z-compressed',
  rar: 'application/vnd.rar',
  gz: 'application/gzip',
  tar: 'application/x-tar',
  p7s: 'application/pkcs7-signature',
  asice: 'application/vnd.etsi.asic-e+zip',
};

const UNKNOWN = 'application/octet-stream';

/** The media type that a file name's extension stands for. Says nothing about what the file really holds. */
export function mediaTypeOf(fileName: string): string {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(TYPES, extension) ? (TYPES[extension] ?? UNKNOWN) : UNKNOWN;
}

/** What a media type is called in a list. */
export const MEDIA_KINDS = [
  'pdf',
  'text',
  'spreadsheet',
  'presentation',
  'image',
  'sound',
  'video',
  'message',
  'archive',
  'other',
] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** The first that fits. */
const KINDS: readonly (readonly [RegExp, MediaKind])[] = [
  [/\/pdf$/, 'pdf'],
  [/^(message\/|application\/vnd\.ms-outlook)/, 'message'],
  [/spreadsheet|ms-excel|\/csv$/, 'spreadsheet'],
  [/presentation|ms-powerpoint/, 'presentation'],
  [/^image\//, 'image'],
  [/^audio\//, 'sound'],
  [/^video\//, 'video'],
  [/zip|compressed|vnd\.rar|x-tar/, 'archive'],
  [/^text\/|wordprocessing|opendocument\.text|msword|\/rtf$|\/xml$|\/json$/, 'text'],
];

/** The kind a media type belongs to. */
export const mediaKindOf = (mediaType: string): MediaKind =>
  KINDS.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'other';
