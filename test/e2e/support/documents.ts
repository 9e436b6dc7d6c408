import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

/** The smallest PDF that shows a line of ASCII text. */
function pdfOf(text: string): Uint8Array {
  const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return strToU8(file + table + end);
}

function docxOf(text: string): Uint8Array {
  const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(body) });
}

const contentOf = (name: string, text: string): Uint8Array => {
  if (name.endsWith('.pdf')) return pdfOf(text);
  return name.endsWith('.docx') ? docxOf(text) : strToU8(text);
};

/** Writes documents with some text into a folder, each by the ending of its name; answers where they are. */
export const writeDocuments = (folder: string, texts: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, contentOf(name, text));
    return path;
  });
