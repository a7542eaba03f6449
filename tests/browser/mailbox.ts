import { expect, type Page } from '@playwright/test';

/** Each try ends by itself: a navigation that another one overtook may never be answered, and the next try asks anew. */
const oneTry = { timeout: 60_000 };

/**
 * Has the portal of the demo send what is due, and looks in its mailbox until `seen` holds. The portal sends by itself
 * each minute too: what that round holds at this moment stands in the mailbox a little later.
 */
export async function sendUntil(mailbox: Page, seen: () => Promise<void>) {
	await expect(async () => {
		await mailbox.goto('/demo/postvak', oneTry);
		const { origin } = new URL(mailbox.url());
		const headers = { accept: 'text/html', origin };
		const answer = await mailbox.request.post('/demo/postvak?/send', {
			headers,
			form: {},
			...oneTry,
		});
		expect(answer.status()).toBe(200);
		await mailbox.goto('/demo/postvak', oneTry);
		await seen();
	}).toPass();
}
