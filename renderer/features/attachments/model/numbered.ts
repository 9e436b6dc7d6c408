/** Values with their places: what never moves is known by where it stands. */
export const numbered = <Value>(
  values: readonly Value[],
): readonly { readonly at: number; readonly value: Value }[] => values.map((value, at) => ({ at, value }));
