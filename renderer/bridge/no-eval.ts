import { config } from 'zod';

// The models that this window shares with the main process bring Zod along, and Zod tries whether it may compile code as
// soon as a schema is made. The policy of the page forbids that and would log each try, so Zod is told before the first
// schema: this import has to stand first in main.tsx.
config({ jitless: true });
