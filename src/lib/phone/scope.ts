/**
 * What the browser gives a service worker beyond what a page has too. The types of TypeScript for workers and for pages
 * cannot stand in one program, so those that are used stand here.
 */
export interface WorkerEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends WorkerEvent {
	readonly request: Request;
	readonly clientId: string;
	/** What the browser asked for while the worker was starting. */
	readonly preloadResponse: Promise<Response | undefined>;
	respondWith(response: Promise<Response> | Response): void;
}

export interface MessageEventOfPage extends WorkerEvent {
	readonly data: unknown;
}

export interface SyncEvent extends WorkerEvent {
	readonly tag: string;
}

export interface OpenPage {
	readonly url: string;
	postMessage(message: unknown, transfer?: readonly MessagePort[]): void;
}

interface WorkerEvents {
	install: WorkerEvent;
	activate: WorkerEvent;
	fetch: FetchEvent;
	message: MessageEventOfPage;
	sync: SyncEvent;
}

interface WorkerScope {
	readonly clients: {
		get(id: string): Promise<OpenPage | undefined>;
		matchAll(options: { type: 'window' }): Promise<readonly OpenPage[]>;
	};
	readonly registration: {
		readonly navigationPreload?: { enable(): Promise<void>; disable(): Promise<void> };
	};
	skipWaiting(): Promise<void>;
	addEventListener<Name extends keyof WorkerEvents>(
		name: Name,
		work: (event: WorkerEvents[Name]) => void,
	): void;
}

/** This worker, seen from inside. */
export const worker = globalThis as unknown as WorkerScope;
