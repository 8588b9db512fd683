/** The only two ways across: calls from the page, events to it. Both carry a name and one value. */
export const callChannel = 'call';
export const eventChannel = 'event';
