import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recorded } from '../fixtures/recorded.ts';
import { beyondAgreed, parseSimulation, samePackage } from './apt-simulation.ts';

const simulation = (name: string) => parseSimulation(recorded(`apt-simulate-${name}.txt`));

describe('a trial run of apt-get', () => {
  it('names what would go', () => {
    expect(simulation('one')).toEqual({ removed: ['kesl-gui'], installed: [] });
    expect(simulation('dependent')).toEqual({ removed: ['kesl-gui', 'kesl'], installed: [] });
    expect(simulation('foreign')).toEqual({ removed: ['kesl-gui', 'kesl', 'kics:i386'], installed: [] });
  });

  it('names a package of which only the configuration is left', () => {
    expect(simulation('config-files')).toEqual({ removed: ['klnagent64'], installed: [] });
  });

  it('names what would come in its place', () => {
    expect(simulation('replacement')).toEqual({
      removed: ['mawk'],
      installed: ['base-files', 'original-awk'],
    });
  });

  it('that ended with an error names nothing', () => {
    for (const name of ['held', 'held-dependent'])
      expect(simulation(name)).toEqual({ removed: [], installed: [] });
  });
});

describe('what goes beyond the agreed packages', () => {
  it('is every dependent package that nobody agreed to lose', () => {
    expect(beyondAgreed(simulation('dependent'), ['kesl:amd64'])).toEqual(['kesl-gui']);
    expect(beyondAgreed(simulation('dependent'), ['kesl:amd64', 'kesl-gui'])).toEqual([]);
  });

  it('is the same name for another architecture', () => {
    expect(beyondAgreed(simulation('foreign'), ['kesl', 'kesl-gui', 'kics:amd64'])).toEqual(['kics:i386']);
    expect(beyondAgreed(simulation('foreign'), ['kesl', 'kesl-gui', 'kics'])).toEqual([]);
  });

  it('is everything that would be installed, agreed or not', () => {
    expect(beyondAgreed(simulation('replacement'), ['mawk', 'original-awk'])).toEqual([
      '+base-files',
      '+original-awk',
    ]);
  });

  it('is never missed among other lines', () => {
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9+.-]{1,12}$/);
    const noise = fc.constantFrom(
      'Reading package lists...',
      'Conf x (1)',
      'The following packages will be REMOVED:',
      '  a* b*',
      'Purging x',
      'E: x',
    );
    const verb = fc.constantFrom('Remv', 'Purg');
    const line = fc.oneof(
      noise,
      fc.tuple(verb, name).map(([word, pkg]) => `${word} ${pkg} [1.0]`),
    );
    fc.assert(
      fc.property(fc.array(line), fc.array(name), verb, name, fc.nat(), (lines, agreed, word, victim, at) => {
        fc.pre(!agreed.includes(victim));
        const all = lines.toSpliced(at % (lines.length + 1), 0, `${word} ${victim} [2.0]`);
        expect(beyondAgreed(parseSimulation(all.join('\n')), agreed)).toContain(victim);
      }),
      { numRuns: 500 },
    );
  });
});

it('a package is the same with and without its architecture, and another one with another', () => {
  expect(samePackage('kesl', 'kesl:amd64')).toBe(true);
  expect(samePackage('kesl:i386', 'kesl:amd64')).toBe(false);
  expect(samePackage('kesl', 'kesl-gui')).toBe(false);
});
