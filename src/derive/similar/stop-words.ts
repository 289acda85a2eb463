/**
 * English words that say nothing of what is wished for. Words that are merely frequent are not here: how rare a word is
 * decides what it weighs, in any language.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about all also am an and another any are as at be because been being but by can cannot could did do does doing done
  each either else etc ever every for from further get gets getting got had has have having he hello her here hi him his how
  however if in into is it its itself just let like make makes many may me might more most much must my need needs no nor
  not now of off on once one only or other our out over own please same shall she should since so some such than thank
  thanks that the their them then there these they this those though through to too under until up upon us use used uses
  using very want wants was we well were what when where whether which while who whom whose why will with within without
  would yes yet you your don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven ve ll re`.split(
    /\s+/,
  ),
);
