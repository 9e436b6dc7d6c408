export { searchFor } from './model/view.ts';
export { SearchScreen } from './ui/SearchScreen.tsx';
