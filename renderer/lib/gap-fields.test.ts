// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { goToGapIn } from './gap-fields.ts';

const part = document.createElement('div');
beforeEach(() => {
  part.innerHTML = `
    <input type="text" value="To [Place: …]" />
    <input type="checkbox" />
    <textarea>[A: …] and [B: …]</textarea>
    <textarea aria-hidden="true">[Twin: …]</textarea>
    <textarea disabled>[Off: …]</textarea>`;
  document.body.append(part);
});
afterEach(() => part.remove());

function selected(): string {
  const field = document.activeElement as HTMLTextAreaElement;
  return field.value.slice(field.selectionStart, field.selectionEnd);
}

it('goes through the gaps of all fields, one by one, both ways and around the end', () => {
  const gone = Array.from({ length: 4 }, () => {
    expect(goToGapIn(part, 'next')).toBe(true);
    return selected();
  });
  expect(gone).toEqual(['[Place: …]', '[A: …]', '[B: …]', '[Place: …]']);
  const back = Array.from({ length: 3 }, () => {
    goToGapIn(part, 'previous');
    return selected();
  });
  expect(back).toEqual(['[B: …]', '[A: …]', '[Place: …]']);
});

it('stops at the end, and comes in at either, when there is more elsewhere', () => {
  part.querySelector('textarea')?.focus();
  goToGapIn(part, 'previous', 'edge');
  expect(selected()).toBe('[B: …]');
  expect(goToGapIn(part, 'next', 'selection')).toBe(false);
  goToGapIn(part, 'next', 'edge');
  expect(selected()).toBe('[Place: …]');
  expect(goToGapIn(part, 'previous', 'selection')).toBe(false);
});

it('says that there is none', () => {
  part.innerHTML = '<textarea>[1]</textarea>';
  expect(goToGapIn(part, 'next')).toBe(false);
});
