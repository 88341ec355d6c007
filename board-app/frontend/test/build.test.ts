import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BUDGET_KB = 140;

let dist: string;

// In a process of its own, because the test runner's mode would give a development build.
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'messageboard-frontend-'));
  const vite = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--manifest',
    '--logLevel',
    'error',
    '--outDir',
    dist,
  ];
  execFileSync(process.execPath, vite, { env: { ...process.env, NODE_ENV: 'production' } });
}, 120_000);

afterAll(() => rmSync(dist, { recursive: true }));

function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

/** The scripts of the page and all that they import statically: what the browser needs before it shows anything. */
function firstView(): string[] {
  const manifest: Manifest = JSON.parse(read('.vite/manifest.json'));
  const classic = [...read('index.html').matchAll(/<script src="\/([^"]+)"/g)].map(([, file = '']) => file);
  const seen = new Set<string>(classic);
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  visit('index.html');
  return [...seen];
}

function compressedKb(files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(read(file)).byteLength, 0) / 1000;
}

test(`the first view needs at most ${BUDGET_KB} kB of JavaScript, compressed`, () => {
  const manifest: Manifest = JSON.parse(read('.vite/manifest.json'));
  const markup = compressedKb([manifest['src/message/Markup.tsx']?.file ?? '']);
  const kb = compressedKb(firstView());
  process.stdout.write(
    `figure: first view ${kb.toFixed(1)} kB of JavaScript compressed (target ${BUDGET_KB}); where a board has markup, ${markup.toFixed(1)} kB more\n`,
  );
  expect(firstView()).toContain('theme.js');
  expect(kb).toBeLessThanOrEqual(BUDGET_KB);
});

test('the page needs no exception from a strict content security policy', () => {
  const html = read('index.html');
  expect(html).toContain('<script type="module"');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  expect(html).not.toMatch(/(src|href)="(?!\/[^/])/);
  const styles = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css'));
  expect(styles.map((name) => read(`assets/${name}`)).join('\n')).not.toMatch(/@import|url\(/);
});

test('everything that can be compressed is, beside itself', () => {
  for (const file of ['index.html', ...firstView()]) {
    expect(gunzipSync(readFileSync(join(dist, `${file}.gz`))).equals(readFileSync(join(dist, file)))).toBe(
      true,
    );
  }
});

test('moderation, markup and the other language wait until somebody wants them', () => {
  const manifest: Manifest = JSON.parse(read('.vite/manifest.json'));
  const later = ['src/moderation/Moderation.tsx', 'src/message/Markup.tsx', 'src/i18n/nl.ts'];
  for (const key of later) {
    expect(manifest[key]?.isDynamicEntry).toBe(true);
    expect(firstView()).not.toContain(manifest[key]?.file);
  }
});

test('everything under /assets/ has its content in its name, so that it may be cached for ever', () => {
  const assets = readdirSync(join(dist, 'assets'));
  expect(assets.length).toBeGreaterThan(1);
  for (const name of assets) expect(name).toMatch(/^[\w.-]+-[\w-]{8}\.\w+(\.gz)?$/);
});
