/** A file of the built site that no route makes. */
export interface OutputFile {
  /** Where it goes, from the output folder: `feedback/42.md`. */
  path: string;
  text: string;
}
