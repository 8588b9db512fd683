import { words } from '../testing/dangers/encryption.ts';
import { proveTwins } from '../testing/hazard-hosts.ts';

proveTwins(words);
