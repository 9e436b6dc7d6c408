/** Keys of the mark at that place in the list of marks: Alt 1 to Alt 7. */
export const markKeys = (index: number): string => `alt+${index + 1}`;
