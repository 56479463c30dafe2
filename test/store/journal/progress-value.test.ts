import { expect, it } from 'vitest';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { NOW } from '../../support/histories.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const TODAY = Math.floor(NOW / 86_400_000);

it('progress that was handed out keeps its records, days, settings and acts; its table of items shows what came later', () => {
  withHome(home => {
    const journal = openJournal(home.journal(NOW));
    journal.append('cloud', reviewed('one', TODAY));
    const before = journal.progress('cloud');
    const one = before.items.get('one');
    const kept = structuredClone({
      one,
      days: before.days,
      stability: before.stability,
      settings: before.settings,
      undoable: before.undoable.length,
    });
    journal.append('cloud', reviewed('one', TODAY, 'again'));
    journal.append('cloud', reviewed('two', TODAY));
    expect({
      one,
      days: before.days,
      stability: before.stability,
      settings: before.settings,
      undoable: before.undoable.length,
    }).toEqual(kept);
    const after = journal.progress('cloud');
    expect(after.items.get('one')).not.toEqual(one);
    expect(before.items.get('one')).toEqual(after.items.get('one'));
    expect(before.items.get('two')).toEqual(after.items.get('two'));
    expect(after.days).not.toEqual(before.days);
    journal.close();
  });
});
