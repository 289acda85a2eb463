import { stem } from '../../similar/stem.ts';
import { STOP_WORDS } from '../../similar/stop-words.ts';

/** Words in which anything at all is asked for, of any product: they tell it apart from nothing. */
const ASKING = new Set(
  `ability able add added adding addition additional allow allows bug bugs case change changed changes code currently describe
  description enhancement example expected feature features fix fixed future great good help idea implement implementation implemented
  improve improvement improvements include information instead issue issues like love missing new nice option optional options
  possibility possible problem proposal propose provide question reproduce request requests required result results screenshot
  should similar solution solutions something suggest suggestion support supported supports thing things think title useful user
  users version way ways work working works workaround wish wishes
  following currently allow able attached create created above per e.g i.e etc via`
    .split(/\s+/)
    .map(stem),
);

/** Whether a word says something of the product, and not only that somebody asks. */
export const isTelling = (word: string): boolean => !STOP_WORDS.has(word) && !ASKING.has(stem(word));
