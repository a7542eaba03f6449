import { describe, expect, it } from 'vitest';
import { browserOf } from './browser-of.ts';

const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('browserOf', () => {
	it.each([
		[`${android} Chrome/141.0.0.0 Mobile Safari/537.36`, 'chrome'],
		[`${android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'samsung'],
		['Mozilla/5.0 (Android 14; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0', 'firefox'],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
			'iphone',
		],
		['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', null],
		[null, null],
	])('%s', (userAgent, browser) => {
		expect(browserOf(userAgent)).toBe(browser);
	});
});
