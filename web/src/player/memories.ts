import { DeviceMemory } from '../history/device-memory';
import type { WatchMemory } from '../history/watch-memory';
import { lowered } from '../telemetry/privacy';
import type { StreamPlayer } from './stream-player';

const device = new DeviceMemory();

/** What remembers where this player's viewer stopped: what the page gave it, else the device of who agreed to that. */
export function memoryOf({ memory, consent }: StreamPlayer): WatchMemory | undefined {
  if (memory || !consent) return memory;
  if (lowered(consent) === 'full') return device;
  device.forget();
  return undefined;
}
