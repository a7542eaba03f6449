import { expect, type Page } from '@playwright/test';

/**
 * Has the portal of the demo send what is due, and looks in its mailbox until `seen` holds. The portal sends by itself
 * each minute too: what that round holds at this moment stands in the mailbox a little later.
 */
export async function sendUntil(mailbox: Page, seen: () => Promise<void>) {
	await expect(async () => {
		await mailbox.goto('/demo/postvak');
		await mailbox.locator('form[action="?/send"] button').click();
		await mailbox.waitForURL('/demo/postvak');
		await seen();
	}).toPass();
}
