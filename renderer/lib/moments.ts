/** Moments of a start, as the browser's timeline and the benchmark see them. */
export type Moment = 'locked' | 'key' | 'list';

/** Notes that a moment has come (User Timing, W3C), under the name `kartoteka:<moment>`. */
export const markMoment = (moment: Moment): void => void performance.mark(`kartoteka:${moment}`);
