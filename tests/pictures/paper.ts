import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import sharp from 'sharp';

/** The pages of the plan on paper, beside each other, by poppler's `pdftoppm`. */
export async function paperPicture(request: APIRequestContext): Promise<Buffer> {
	const answer = await request.get('/plan/papier/2/plan');
	if (answer.status() !== 200) throw new Error(`the paper answers ${answer.status()}`);
	const folder = mkdtempSync(join(tmpdir(), 'meedoen-paper-'));
	try {
		writeFileSync(join(folder, 'plan.pdf'), await answer.body());
		execFileSync('pdftoppm', ['-r', '56', '-png', join(folder, 'plan.pdf'), join(folder, 'page')]);
		const names = readdirSync(folder)
			.filter((name) => name.endsWith('.png'))
			.sort();
		return await beside(names.map((name) => readFileSync(join(folder, name))));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function beside(pages: readonly Buffer[]): Promise<Buffer> {
	const sizes = await Promise.all(pages.map((page) => sharp(page).metadata()));
	const width = Math.max(...sizes.map((size) => size.width));
	const height = Math.max(...sizes.map((size) => size.height));
	const gap = 8;
	const canvas = {
		width: pages.length * (width + gap),
		height,
		channels: 3,
		background: 'grey',
	} as const;
	const layers = pages.map((input, nth) => ({ input, left: nth * (width + gap), top: 0 }));
	return sharp({ create: canvas }).composite(layers).png().toBuffer();
}
