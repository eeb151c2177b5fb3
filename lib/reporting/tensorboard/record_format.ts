/** Before a record's data: its length, and the length's checksum. */
export const recordHeaderBytes = 8 + 4;
/** After a record's data: its checksum. */
export const recordFooterBytes = 4;
