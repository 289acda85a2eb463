import { stand } from 'virtual:milepost/content';
import { addressesUnder } from './address.ts';

/** Addresses of this site's pages and files, under the base path that it is built for. */
export const { page: url, file: fileUrl } = addressesUnder(stand.base);
