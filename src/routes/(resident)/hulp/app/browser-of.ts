import type { browsers } from './browsers.ts';

/** The browser that asks, as it calls itself; null when it is on no phone or not one that is explained. */
export function browserOf(userAgent: string | null): keyof typeof browsers | null {
	if (userAgent === null) return null;
	if (/iPhone|iPad/.test(userAgent)) return 'iphone';
	if (!userAgent.includes('Android')) return null;
	if (userAgent.includes('SamsungBrowser/')) return 'samsung';
	if (userAgent.includes('Firefox/')) return 'firefox';
	return userAgent.includes('Chrome/') ? 'chrome' : null;
}
