/** A name as two administrations write it: without capitals, accents and double spaces. */
export function plainName(name: string): string {
	return name
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('ı', 'i')
		.trim()
		.replaceAll(/\s+/g, ' ');
}
