import { expect, it } from 'vitest';
import { deviceOf } from './devices.ts';

const mozilla = 'Mozilla/5.0';

it.each([
	[
		`${mozilla} (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36`,
		'Chrome, Android',
	],
	[
		`${mozilla} (Linux; Android 14; SM-A15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
		'Samsung Internet, Android',
	],
	[
		`${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1`,
		'Safari, iPhone',
	],
	[
		`${mozilla} (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0`,
		'Firefox, Windows',
	],
	['curl/8.11', null],
	['', null],
	[null, null],
])('%j is %j', (userAgent, expected) => {
	expect(deviceOf(userAgent)).toBe(expected);
});
