export { startMeeting } from './model/start-meeting.ts';
export { MeetingScreen } from './ui/MeetingScreen.tsx';
export { TemplateSheet } from './ui/TemplateSheet.tsx';
