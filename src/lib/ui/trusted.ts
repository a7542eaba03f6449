interface Policy {
	createScriptURL(url: string): unknown;
}

interface Scripts {
	trustedTypes?: {
		createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
	};
	/** A policy can be made once on a page, and more than one of our scripts may run there. */
	meedoenScripts?: Policy | undefined;
}

const workers = new Set(['/service-worker.js', '/meldingen-bericht.js']);

/** The only script addresses that a page may hand to the browser (Trusted Types). */
export function trusted(address: string): string {
	const scripts = window as Scripts;
	scripts.meedoenScripts ??= scripts.trustedTypes?.createPolicy('meedoen', {
		createScriptURL: (url) => {
			if (!workers.has(url)) throw new TypeError('no such script');
			return url;
		},
	});
	return (scripts.meedoenScripts?.createScriptURL(address) ?? address) as string;
}
