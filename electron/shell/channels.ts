/** The only two ways across for the page: calls from it, events to it. Both carry a name and one value. */
export const callChannel = 'call';
export const eventChannel = 'event';
/** For the preload alone: the path of the one thing that a person dropped or pasted, else `''`. */
export const handedOverChannel = 'handed-over';
