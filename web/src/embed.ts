/** The player alone, for pages of other sites: `<script type="module" src="…/embed.js">`, then `<stream-player base playback-id>`. */
export { StreamPlayer } from './player/stream-player';
