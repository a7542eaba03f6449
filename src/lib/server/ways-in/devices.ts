const browsers = [
	['Edge', /\bEdg(?:A|iOS)?\//],
	['Samsung Internet', /\bSamsungBrowser\//],
	['Opera', /\bOPR\//],
	['Firefox', /\b(?:Firefox|FxiOS)\//],
	['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\//],
	['Safari', /\bSafari\//],
] as const;

const systems = [
	['iPhone', /\biPhone\b/],
	['iPad', /\biPad\b/],
	['Android', /\bAndroid\b/],
	['Windows', /\bWindows\b/],
	['Mac', /\bMac OS X\b/],
	['Linux', /\b(?:Linux|CrOS)\b/],
] as const;

/** Which kind of device a browser says it is, in names that people know, or null. Nothing finer is kept. */
export function deviceOf(userAgent: string | null): string | null {
	const names = [browsers, systems].map((list) => {
		return list.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0];
	});
	return names.filter((name) => name !== undefined).join(', ') || null;
}
