import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageHtml } from '../../../src/protocol/pageHtml.ts';

const parts = {
  nonce: 'abc',
  cspSource: 'https://page.test',
  scriptUri: 'https://page.test/tail.js',
  styleUri: 'https://page.test/tail.css',
  title: 'orders',
  lang: 'en',
};

describe('pageHtml', () => {
  it('allows the one script by its nonce and nothing unsafe', () => {
    const html = pageHtml(parts);
    assert.match(
      html,
      /default-src 'none'; script-src 'nonce-abc'; style-src https:\/\/page\.test;/,
    );
    assert.doesNotMatch(html, /unsafe|<style|style=|onload=/);
    assert.equal(html.match(/<script/g)?.length, 1);
  });

  it('keeps a topic’s name from becoming markup', () => {
    const html = pageHtml({ ...parts, title: '</title><img src=x onerror="alert(1)">' });
    assert.match(html, /<title>&lt;\/title&gt;&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;</);
  });
});
