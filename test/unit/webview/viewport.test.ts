import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Viewport } from '../../../webview/tail/viewport.ts';

function viewport(end: number, visible: number, following = false): Viewport {
  const view = new Viewport();
  view.reset(following);
  view.setVisible(visible);
  view.setRange(0, end);
  return view;
}

describe('Viewport', () => {
  it('shows the first row at the top where it does not follow', () => {
    assert.equal(viewport(1_000_000, 25.4).top, 0);
  });

  it('reaches the last row of a million exactly', () => {
    const view = viewport(1_000_000, 25.5);
    view.scrollTo(Infinity);
    assert.equal(view.top, 999_974.5);
  });

  it('keeps the newest row at the bottom while it follows, as far as rows are loaded', () => {
    const view = viewport(0, 10, true);
    view.setRange(0, 100);
    assert.equal(view.top, 0);
    view.setShownEnd(100);
    assert.equal(view.top, 90);
    view.setRange(0, 250);
    assert.equal(view.top, 90);
    view.setShownEnd(250);
    assert.equal(view.top, 240);
  });

  it('stops following when scrolled up, and the view stays while rows arrive', () => {
    const view = viewport(100, 10, true);
    view.setShownEnd(100);
    view.scrollBy(-3);
    assert.equal(view.following, false);
    view.setRange(0, 500);
    assert.equal(view.top, 87);
    assert.equal(view.unseen, 400);
  });

  it('follows again when scrolled down to the end', () => {
    const view = viewport(100, 10);
    view.scrollBy(89);
    assert.equal(view.following, false);
    view.scrollBy(5);
    assert.equal(view.following, true);
    assert.equal(view.unseen, 0);
  });

  it('does not stop following by scrolling up where everything fits', () => {
    const view = viewport(5, 10, true);
    view.scrollBy(-3);
    assert.equal(view.following, true);
  });

  it('moves on with the first row when the oldest are dropped', () => {
    const view = viewport(100, 10);
    view.setRange(40, 140);
    assert.equal(view.top, 40);
    view.setRange(100, 100);
    assert.equal(view.top, 100);
  });

  it('counts as new only what was never in view', () => {
    const view = viewport(100, 10);
    assert.equal(view.unseen, 90);
    view.scrollTo(50);
    assert.equal(view.unseen, 40);
    view.scrollTo(0);
    assert.equal(view.unseen, 40);
  });

  it('brings a row into view with the least movement', () => {
    const view = viewport(1000, 10);
    view.reveal(500);
    assert.equal(view.top, 491);
    view.reveal(495);
    assert.equal(view.top, 491);
    view.reveal(480);
    assert.equal(view.top, 480);
    view.reveal(700, 'center');
    assert.equal(view.top, 695);
  });

  it('never leaves the rows that exist, whatever happens to it', () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('by'), fc.integer({ min: -500, max: 500 })),
      fc.tuple(fc.constant('to'), fc.integer({ min: -10, max: 2_000 })),
      fc.tuple(fc.constant('grow'), fc.nat(300)),
      fc.tuple(fc.constant('drop'), fc.nat(300)),
      fc.tuple(fc.constant('size'), fc.nat(60)),
      fc.tuple(fc.constant('load'), fc.nat(300)),
      fc.tuple(fc.constant('follow'), fc.nat(1)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const view = viewport(100, 10);
        for (const [kind, n] of steps) {
          if (kind === 'by') view.scrollBy(n);
          if (kind === 'to') view.scrollTo(n);
          if (kind === 'grow') view.setRange(view.first, view.end + n);
          if (kind === 'drop') view.setRange(Math.min(view.end, view.first + n), view.end);
          if (kind === 'size') view.setVisible(n);
          if (kind === 'load') view.setShownEnd(view.shownEnd + n);
          if (kind === 'follow') view.follow(n === 1);
          assert.ok(view.top >= view.first, `${view.top} < ${view.first}`);
          assert.ok(view.top <= view.maxTop, `${view.top} > ${view.maxTop}`);
          assert.ok(view.unseen >= 0 && view.unseen <= view.end - view.first);
        }
      }),
    );
  });
});
