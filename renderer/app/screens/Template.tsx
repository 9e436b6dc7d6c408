import type { ReactElement } from 'react';
import { TemplateSheet } from '#renderer/features/meeting/index.ts';
import { TemplateScreen } from '#renderer/features/templates/index.ts';

/** One template; its text is written with the editor of meeting notes. */
export const Template = (): ReactElement => <TemplateScreen Sheet={TemplateSheet} />;
