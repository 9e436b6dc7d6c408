import { expect, it } from 'vitest';
import { isRemovable, withNewSection, withSection, withSectionMoved } from './sections.ts';

const section = (id: string, text = '') => ({ id, title: id.toUpperCase(), text });
const three = ['a', 'b', 'c'].map((id) => section(id));
const ids = (sections: readonly { readonly id: string }[]): string => sections.map(({ id }) => id).join('');

it('adds after a section, or at the end', () => {
  expect(ids(withNewSection(three, 'a', section('x')))).toBe('axbc');
  expect(ids(withNewSection(three, null, section('x')))).toBe('abcx');
});

it('moves by one place and stops at the edges', () => {
  expect(ids(withSectionMoved(three, 'b', 'up'))).toBe('bac');
  expect(ids(withSectionMoved(three, 'b', 'down'))).toBe('acb');
  expect(ids(withSectionMoved(three, 'a', 'up'))).toBe('abc');
  expect(ids(withSectionMoved(three, 'c', 'down'))).toBe('abc');
  expect(ids(withSectionMoved(three, 'x', 'down'))).toBe('abc');
});

it('changes one section alone', () => {
  expect(withSection(three, 'b', { text: 'x' })).toEqual([section('a'), section('b', 'x'), section('c')]);
});

it('lets only an empty section go, never the one that takes requirements from meetings', () => {
  expect(isRemovable(section('a'), 'b', 0)).toBe(true);
  expect(isRemovable(section('a', 'text'), 'b', 0)).toBe(false);
  expect(isRemovable(section('a'), 'b', 1)).toBe(false);
  expect(isRemovable(section('a'), 'a', 0)).toBe(false);
});
