/** Clients and parties have former names and aliases: none so far. */
export const withOtherNames = (body: unknown): unknown => ({
  formerNames: '',
  aliases: '',
  ...(body as object),
});
