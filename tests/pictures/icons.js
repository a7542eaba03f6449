/** Draws the icons of the installed portal from `static/icon.svg`: `npx node tests/pictures/icons.js`. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';

const folder = new URL('../../static/', import.meta.url).pathname;
const whole = readFileSync(`${folder}icon.svg`, 'utf8');
const [, ground = '', shapes = ''] = /<svg[^>]*>(<rect[^>]*>)(.*)<\/svg>/s.exec(whole) ?? [];

/** A phone cuts its own shape out of this one: only the middle 80 % is sure to be seen (W3C Manifest, icon masks). */
const maskable = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${ground.replace(/ rx="\d+"/, '')}<g transform="translate(32 32) scale(.72) translate(-32 -33)">${shapes}</g></svg>`;

await draw(whole, 192, 'icon-192.png');
await draw(whole, 512, 'icon-512.png');
await draw(maskable, 512, 'icon-maskable-512.png');

/**
 * @param {string} svg
 * @param {number} size
 * @param {string} name
 */
async function draw(svg, size, name) {
	const drawn = sharp(Buffer.from(svg), { density: (72 * size) / 64 }).resize(size, size);
	await drawn.png({ palette: true, compressionLevel: 9 }).toFile(folder + name);
}
