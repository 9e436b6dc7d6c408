import common from './common.json' with { type: 'json' };
import errors from './errors.json' with { type: 'json' };
import shell from './shell.json' with { type: 'json' };
import palette from './palette.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import unlock from './unlock.json' with { type: 'json' };
import clients from './clients.json' with { type: 'json' };
import register from './register.json' with { type: 'json' };
import clientProfile from './clientProfile.json' with { type: 'json' };
import tasks from './tasks.json' with { type: 'json' };
import today from './today.json' with { type: 'json' };
import meeting from './meeting.json' with { type: 'json' };
import wrapup from './wrapup.json' with { type: 'json' };
import sheet from './sheet.json' with { type: 'json' };
import requirements from './requirements.json' with { type: 'json' };
import summary from './summary.json' with { type: 'json' };
import attachments from './attachments.json' with { type: 'json' };
import documents from './documents.json' with { type: 'json' };
import reminders from './reminders.json' with { type: 'json' };
import backups from './backups.json' with { type: 'json' };
import restore from './restore.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import security from './security.json' with { type: 'json' };
import erasure from './erasure.json' with { type: 'json' };
import notices from './notices.json' with { type: 'json' };
import space from './space.json' with { type: 'json' };
import main from './main.json' with { type: 'json' };
import undo from './undo.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import activity from './activity.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import conflicts from './conflicts.json' with { type: 'json' };
import imports from './imports.json' with { type: 'json' };
import duplicates from './duplicates.json' with { type: 'json' };
import consent from './consent.json' with { type: 'json' };
import looking from './looking.json' with { type: 'json' };
import services from './services.json' with { type: 'json' };
import engagements from './engagements.json' with { type: 'json' };
import money from './money.json' with { type: 'json' };
import templates from './templates.json' with { type: 'json' };
import domain from './domain.json' with { type: 'json' };

/** All texts of one language, by part of the app. */
export const catalogue = {
  common,
  errors,
  shell,
  palette,
  setup,
  unlock,
  clients,
  register,
  clientProfile,
  tasks,
  today,
  meeting,
  wrapup,
  sheet,
  requirements,
  summary,
  attachments,
  documents,
  reminders,
  backups,
  restore,
  settings,
  security,
  erasure,
  notices,
  space,
  main,
  undo,
  history,
  activity,
  search,
  conflicts,
  imports,
  duplicates,
  consent,
  looking,
  services,
  engagements,
  money,
  templates,
  domain,
} as const;
