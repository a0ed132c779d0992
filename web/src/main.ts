import './app';
import { showKeptTheme } from './ui/theme';

showKeptTheme();
