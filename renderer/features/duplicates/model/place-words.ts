import type { TFunction } from 'i18next';
import type { PartyRole } from '#shared/domain/party.ts';

/** In which role somebody stands in whose file: «Witness · Nováková Jana»; the client of it: «Client». */
export const placeWords = (
  { role, clientName }: { readonly role: PartyRole | null; readonly clientName: string },
  t: TFunction,
): string =>
  role === null ? t('domain.clientKind.client') : `${t(`domain.partyRole.${role}`)} · ${clientName}`;
