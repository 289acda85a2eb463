export { type Labels, labelSet, normaliseLabel } from '../../src/model/labels.ts';
