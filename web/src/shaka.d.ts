/** The DASH-only build ships its types beside it, but as a global of another name. */
declare module 'shaka-player/dist/shaka-player.dash.js' {
  import shaka from 'shaka-player';
  export default shaka;
}
