/** The few words that rendering adds to what people wrote. A site in another language passes its own. */
export interface RenderWords {
  /** Text of a link to an image that has no alternative text. */
  image: string;
  /** Text of a link to a video. */
  video: string;
  /** Text of a link to a sound. */
  audio: string;
  /** Summary of a `<details>` that has none. */
  details: string;
  /** Name of the box around a table that may scroll sideways. */
  table: string;
  /** Names of the two kinds of checkbox in a task list. */
  done: string;
  toDo: string;
  /** Heading over the footnotes, for screen readers. */
  footnotes: string;
  /** Name of the link from a footnote back to the text; the number follows. */
  backToReference: string;
  /** Titles of GitHub's five kinds of alert. */
  note: string;
  tip: string;
  important: string;
  warning: string;
  caution: string;
}

export const ENGLISH: RenderWords = {
  image: 'Image',
  video: 'Video',
  audio: 'Audio',
  details: 'Details',
  table: 'Table',
  done: 'Done',
  toDo: 'To do',
  footnotes: 'Footnotes',
  backToReference: 'Back to reference',
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};
