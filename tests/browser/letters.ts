import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { type APIRequestContext, type Page, request as anybody } from '@playwright/test';
import { signIn } from './world.ts';

/** What stands on a letter: where its square leads, and the digits to type. */
export interface OnLetter {
	readonly address: string;
	readonly number: string;
	readonly code: string;
}

/**
 * Gives a letter at the desk, as a press of the button does, and reads it. What the browser shows of a PDF a test
 * cannot see, so the form is sent beside it.
 */
export async function letterFrom(desk: Page, isLost: boolean): Promise<OnLetter> {
	const form = desk.locator('form[action$="/toegang/brief"]').nth(isLost ? 1 : 0);
	const path = (await form.getAttribute('action')) ?? '';
	const { origin } = new URL(desk.url());
	const answer = await desk.request.post(origin + path, {
		headers: { origin },
		form: isLost ? { lost: 'ja' } : {},
	});
	if (answer.status() !== 200) throw new Error(`no letter: ${answer.status()}`);
	const address = await targetOf(await answer.body());
	return { address, ...digitsIn(address) };
}

/** Comes in by a letter that a klantmanager of the demo gives; gives the page where that leads. */
export async function byLetter({
	address,
	request,
}: {
	readonly address: string;
	readonly request: APIRequestContext;
}): Promise<string> {
	const desk = await anybody.newContext();
	await signIn(desk, address, 'anna');
	const found = await (await desk.get(`${address}/staf/mensen?zoek=ghirmay`)).text();
	const person = /href="(\/staf\/mensen\/[\w-]{22})"/.exec(found)?.[1] ?? '';
	const headers = { origin: address, accept: 'text/html' };
	const paper = await desk.post(`${address}${person}/toegang/brief`, { headers, form: {} });
	const { code, number } = digitsIn(await targetOf(await paper.body()));
	await desk.dispose();
	const form = { number, code };
	const answer = await request.post(`${address}/activeren`, { headers, form, maxRedirects: 0 });
	return answer.headers()['location'] ?? 'no way in';
}

function digitsIn(address: string) {
	const [, number = '', code = ''] = /#(\d{8})\.(\d{18})$/.exec(address) ?? [];
	return { number, code };
}

async function targetOf(pdf: Buffer): Promise<string> {
	const [page] = (await PDFDocument.load(pdf)).getPages();
	const action = page?.node.Annots()?.lookup(0, PDFDict).lookup(PDFName.of('A'), PDFDict);
	return action?.lookup(PDFName.of('URI'), PDFString).asString() ?? '';
}
