import type { ReactElement } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { useSurvivor } from '#renderer/entities/duplicate/index.ts';
import type { FileId } from '#shared/domain/ids.ts';

/** Old ways to a client file that went into another one lead to that one. */
export function FollowMerge(): ReactElement {
  const fileId = useParams()['fileId'] as FileId;
  const survivor = useSurvivor(fileId);
  const { pathname, search } = useLocation();
  if (survivor) return <Navigate to={pathname.replace(fileId, survivor) + search} replace />;
  return <Outlet />;
}
