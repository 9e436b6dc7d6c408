#!/usr/bin/env node
// Recovers a Kartoteka backup with Node.js 20 or newer alone: node recover.mjs BACKUP.age (or a folder: the newest in it).
// Asks for the 15 words of the recovery sheet; writes all records as JSON and the attachments into BACKUP.recovered. Needs
// keyring.json beside the backup. --identity prints the key for the stock tool instead: age -d -i KEYFILE BACKUP.age
import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
const fail = (why, code = 1) => process.exit(fs.writeSync(code + 1, `${why}\n`) && code);
const sha256 = (data) => crypto.createHash('sha256').update(data).digest('hex');
const hmac = (key, data) => crypto.createHmac('sha256', key).update(data).digest('hex');
const hkdf = (secret, salt, info) => Buffer.from(crypto.hkdfSync('sha256', secret, salt, info, 32));
const purpose = (secret, vaultId, name) => hkdf(secret, vaultId, `kartoteka/1/${name}`);
const hex = (digits) => Buffer.from(digits, 'hex');
const read = (path) => (fs.existsSync(path) ? fs.readFileSync(path) : undefined);
const jsonAt = (path) => JSON.parse(read(path) ?? 'null');
const firstOf = (list, take) => list.reduce((found, one) => found ?? take(one), null);
const der = (start, key, type) => ({ key: Buffer.concat([hex(start), key]), format: 'der', type });
const sorted = (one) => Object.entries(one).toSorted(([name], [other]) => (name < other ? -1 : 1));
const sort = (_, one) => (one?.constructor === Object ? Object.fromEntries(sorted(one)) : one);
/** Opens what ends in a tag of 16 bytes; null when it is not exactly what was sealed. */
function open(key, nonce, sealed, aad = Buffer.alloc(0), cipher = 'chacha20-poly1305') {
  const decipher = crypto.createDecipheriv(cipher, key, nonce, { authTagLength: 16 });
  decipher.setAAD(aad, { plaintextLength: sealed.length - 16 }).setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}
/** What Kartoteka seals: nonce (24 bytes), XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), bound to a JSON array. */
function unseal(key, sealed, binding) {
  const before = Buffer.concat([Buffer.from('expand 32-byte k'), key, sealed.subarray(0, 16)]);
  const after = crypto.createCipheriv('chacha20', key, sealed.subarray(0, 16)).update(Buffer.alloc(64));
  const word = (at) => (after.readUInt32LE(at) - before.readUInt32LE(at)) >>> 0; // HChaCha20
  const subkey = Buffer.from(Uint32Array.from([0, 4, 8, 12, 48, 52, 56, 60], word).buffer);
  const nonce = Buffer.concat([Buffer.alloc(4), sealed.subarray(16, 24)]);
  return open(subkey, nonce, sealed.subarray(24), Buffer.from(JSON.stringify(binding)));
}
function identityText(secret) {
  const bits = BigInt(`0x${secret.toString('hex')}0`); // Bech32 (BIP 173)
  const words = Array.from({ length: 52 }, (_, i) => Number((bits >> BigInt(5 * (51 - i))) & 31n));
  const name = [...Buffer.from('age-secret-key-')];
  const all = [...name.map((c) => c >> 5), 0, ...name.map((c) => c & 31), ...words, 0, 0, 0, 0, 0, 0];
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  const mix = (old) => generators.reduce((sum, one, bit) => ((old >>> (25 + bit)) & 1 ? sum ^ one : sum), 0);
  const sum = all.reduce((old, word) => mix(old) ^ ((old & 0x1ffffff) << 5) ^ word, 1) ^ 1;
  const signs = [...words, ...[25, 20, 15, 10, 5, 0].map((shift) => (sum >> shift) & 31)];
  return `AGE-SECRET-KEY-1${signs.map((word) => 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'[word]).join('')}`;
}
/** The content of an age container (c2sp.org/age); null when this secret is not for it. */
function openAge(file, secret) {
  const end = file.indexOf('\n---') + 4;
  const privateKey = crypto.createPrivateKey(der('302e020100300506032b656e04220420', secret, 'pkcs8'));
  const own = crypto.createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const stanzas = [...file.toString('latin1', 0, end).matchAll(/-> X25519 (\S+)\n(\S+)\n/g)];
  const fileKey = firstOf(stanzas, ([, ...parts]) => {
    const [share, body] = parts.map((part) => Buffer.from(part, 'base64'));
    const publicKey = crypto.createPublicKey(der('302a300506032b656e032100', share, 'spki'));
    const shared = crypto.diffieHellman({ privateKey, publicKey });
    const wrap = hkdf(shared, Buffer.concat([share, own]), 'age-encryption.org/v1/X25519');
    return open(wrap, Buffer.alloc(12), body);
  });
  if (!fileKey) return null;
  const [key, plain] = [hkdf(fileKey, file.subarray(end + 45, end + 61), 'payload'), []];
  for (let at = end + 61; at < file.length; at += 65552) {
    const nonce = Buffer.alloc(12).fill(at + 65552 >= file.length ? 1 : 0, 11);
    nonce.writeUInt32BE(plain.length, 7);
    plain.push(open(key, nonce, file.subarray(at, at + 65552)) ?? fail(`Damaged at byte ${at}`));
  }
  return Buffer.concat(plain);
}
/** The vault keys, today's first, that a header gives to the words; none when it is not theirs. */
function vaultKeys({ format, vaultId, slots, formerKeys }, seed) {
  const slot = ['kartoteka/slot', format, vaultId, 'recovery', null];
  const key = unseal(purpose(seed, vaultId, 'recovery'), hex(slots.recovery.wrapped), slot);
  const former = key && purpose(key, vaultId, 'former-keys');
  const older = (old, epoch) => unseal(former, hex(old), ['kartoteka/former-key', vaultId, epoch]);
  return key ? [key, ...formerKeys.map(older)] : [];
}
const [path = '.', option] = process.argv.slice(2);
const inFolder = () => fs.readdirSync(path).filter((name) => name.endsWith('.age'));
const file = fs.statSync(path).isDirectory() ? join(path, inFolder().toSorted().at(-1) ?? '') : path;
const beside = (...names) => join(dirname(file), ...names);
process.stderr.write('The 15 words of the recovery sheet, then Ctrl+D: ');
const typed = fs.readFileSync(0, 'utf8').trim().toLowerCase().split(/\s+/);
const seed = crypto.pbkdf2Sync(typed.join(' '), 'mnemonic', 2048, 64, 'sha512');
const secret = hkdf(seed, '', 'kartoteka/1/backup-recovery');
if (option === '--identity') fail(identityText(secret), 0);
const outer = jsonAt(beside('header.json'));
const more = outer ? vaultKeys(outer, seed).map((key) => purpose(key, outer.vaultId, 'backups')) : [];
const stream = firstOf([secret, ...more], (one) => openAge(read(file), one)) ?? fail('Not the right words');
const [root, rows, made] = [crypto.createHash('sha256'), [], {}];
for (let at = 12, end; at < stream.length; at = end) {
  end = at + 5 + stream.readUInt32LE(at + 1);
  const [kind, payload] = [stream[at], stream.subarray(at + 5, end)];
  const from = kind === 2 ? 4 : 0;
  let to = kind === 2 ? 4 + payload.readUInt32BE(0) : payload.length;
  const json = JSON.parse(payload.subarray(from, to));
  if (kind === 1 || kind === 9) Object.assign(made, json);
  if (kind === 3) root.update(`?${json.table}/${json.id}/${sha256(payload)}\n`);
  for (const { bytes, ...row } of json.ops ?? []) {
    rows.push({ ...row, sealed: payload.subarray(to, (to += bytes)) });
    root.update(`${row.table}/${row.id}/${row.rev}/${sha256(rows.at(-1).sealed)}\n`);
  }
}
if (root.digest('hex') !== made.rootHash) fail('The backup is damaged, or of a newer version');
const ring = jsonAt(beside('keyring.json')) ?? { entries: [], erased: [], epoch: made.header.epoch };
const header = [outer, made.header].find((one) => one?.epoch === ring.epoch && vaultKeys(one, seed)[0]);
const { vaultId } = header ?? fail('keyring.json belongs to newer words: use the newest recovery sheet');
const keys = vaultKeys(header, seed);
const each = (name) => keys.map((key) => purpose(key, vaultId, name));
const content = JSON.stringify({ ...made, mac: undefined }, sort);
const genuine = each('backup-seals').some((key) => hmac(key, content) === made.mac);
if (!genuine) (made.format > 1 ? fail : (why) => fs.writeSync(2, `${why}\n`))('It has no seal of the vault');
const proven = ({ fileId, mac }) => each('erasures').some((key) => hmac(key, fileId) === mac);
const erased = new Set(ring.erased.filter(proven).map(({ fileId }) => fileId));
const keysOf = { practice: each('practice-records') };
for (const { fileId, wrapped } of ring.entries)
  keysOf[fileId] = [unseal(each('keyring')[0], hex(wrapped), ['kartoteka/file-key/1', vaultId, fileId])];
const [tables, failed, out] = [{}, [], `${file.replace(/\.age$/, '')}.recovered`];
const clear = ['id', 'fileId', 'rev', 'parent', 'stamp', 'version', 'due', 'of'];
for (const { table, sealed, ...row } of rows) {
  const binding = ['kartoteka/record/1', vaultId, table, ...clear.map((name) => row[name] ?? null)];
  const padded = firstOf(keysOf[row.fileId] ?? [], (key) => key && unseal(key, sealed, binding));
  const body = padded && JSON.parse(padded.subarray(0, padded.lastIndexOf(0x80)));
  if (body) (tables[table] ??= []).push({ ...row, body });
  else if (!erased.has(row.fileId)) failed.push([table, row.id].join('/'));
}
fs.mkdirSync(join(out, 'attachments'), { recursive: true, mode: 0o700 });
for (const { id, fileId, body } of tables.attachments ?? []) {
  const key = purpose(keysOf[body.contentFile ?? fileId][0], vaultId, 'attachment-chunks');
  const parts = body.chunks.map((name) => {
    const sealed = read(beside('attachments', name.slice(0, 2), name)) ?? Buffer.alloc(16);
    return open(key, hex(name).subarray(0, 12), sealed, hex(name), 'aes-256-gcm') ?? Buffer.alloc(0);
  });
  const whole = Buffer.concat(parts).subarray(0, body.size);
  const name = `${id} ${body.name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100)}`;
  if (sha256(whole) !== body.sha256) failed.push(`attachments/${id}: its content`);
  else fs.writeFileSync(join(out, 'attachments', name), whole, { mode: 0o600 });
}
let last = '0'.repeat(64);
for (const { body } of (tables.audit ?? []).toSorted((one, other) => one.body.seq - other.body.seq)) {
  const line = ['kartoteka/audit/1', last, body.seq, body.at, body.action, sorted(body.details)];
  if (sha256(JSON.stringify(line)) !== (last = body.hash)) failed.push(`activity log, line ${body.seq}`);
}
const json = JSON.stringify({ ...made, header: undefined, chunks: undefined, failed, tables }, null, 1);
fs.writeFileSync(join(out, 'records.json'), json, { mode: 0o600 });
const told = [`${rows.length} records in ${out}, of which failed: ${failed.length}`, ...failed];
fail(told.join('\n'), failed.length > 0 ? 1 : 0);
