/** Files and folders that no user puts among images, in lower case. Hidden ones are left out anyway. */
const names: ReadonlySet<string> = new Set([
  // Windows
  "$recycle.bin",
  "desktop.ini",
  "ehthumbs.db",
  "system volume information",
  "thumbs.db",
  // Archives made on macOS
  "__macosx",
  // Linux
  "lost+found",
  // Network storage: thumbnails and bins of Synology and QNAP
  "#recycle",
  "#snapshot",
  "@eadir",
  "@recycle",
  "@recently-snapshot",
  // Python
  "__pycache__",
]);

/** True for a file or folder that an operating system or another program made, such as `Thumbs.db`. */
export function isSystemEntry(name: string): boolean {
  return names.has(name.toLowerCase());
}
