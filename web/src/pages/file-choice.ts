import { sameFile, type UploadRecord } from '../upload/store';

export interface Choice {
  file: File;
  handle?: FileSystemFileHandle;
}

interface Picker {
  showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
}

interface Permissioned {
  queryPermission?: (options: { mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (options: { mode: 'read' }) => Promise<PermissionState>;
}

/** The browser's file dialog; with a handle where it gives one, so that a reload can open the file again. */
export async function chooseFile(): Promise<Choice | undefined> {
  const { showOpenFilePicker } = window as Picker;
  if (showOpenFilePicker) {
    try {
      const [handle] = await showOpenFilePicker.call(window, {
        types: [{ description: 'Video and audio', accept: { 'video/*': ['.mp4', '.mov', '.mkv', '.webm', '.avi', '.ts', '.flv', '.3gp'], 'audio/*': [] } }],
      });
      return handle && { file: await handle.getFile(), handle };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      // Not allowed here (an embedded page, a policy): the plain dialog remains.
    }
  }
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'video/*,audio/*,.mkv,.ts,.flv';
    input.onchange = () => resolve(input.files?.[0] && { file: input.files[0] });
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}

/** What was dropped: its first file. */
export async function droppedFile(data: DataTransfer | null): Promise<Choice | undefined> {
  const item = [...(data?.items ?? [])].find((each) => each.kind === 'file');
  const file = item?.getAsFile();
  if (!file || !item) return undefined;
  const withHandle = item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
  const handle = await withHandle.getAsFileSystemHandle?.().catch(() => null);
  return { file, handle: handle?.kind === 'file' ? (handle as FileSystemFileHandle) : undefined };
}

/** Opens the file of an earlier upload again, if this browser can and may, and it is unchanged. */
export async function reopen(record: UploadRecord): Promise<File | undefined> {
  const handle = record.handle as (FileSystemFileHandle & Permissioned) | undefined;
  if (!handle?.getFile) return undefined;
  try {
    const held = (await handle.queryPermission?.({ mode: 'read' })) ?? 'granted';
    if (held !== 'granted' && (await handle.requestPermission?.({ mode: 'read' })) !== 'granted') return undefined;
    const file = await handle.getFile();
    return sameFile(record.file, file) ? file : undefined;
  } catch {
    // Moved, deleted or refused: the creator is asked for it.
    return undefined;
  }
}
