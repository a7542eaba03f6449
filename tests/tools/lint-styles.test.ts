import stylelint from 'stylelint';
import { describe, expect, test } from 'vitest';
import { cwd } from './linter.ts';

/** A rule that matches nothing is silent: each one is seen to fire here, and to let the good through. */
describe('styles', () => {
	async function brokenStyles(filePath: string, code: string): Promise<string[]> {
		const { results } = await stylelint.lint({ code, codeFilename: `${cwd}${filePath}`, cwd });
		return [
			...new Set(results.flatMap((result) => result.warnings.map((warning) => warning.rule))),
		];
	}
	const physical = [
		['margin-left: 1px', 'logical-css/require-logical-properties'],
		['padding-right: 1px', 'logical-css/require-logical-properties'],
		['left: 0', 'logical-css/require-logical-properties'],
		['border-right: 1px solid', 'logical-css/require-logical-properties'],
		['border-top-left-radius: 1px', 'logical-css/require-logical-properties'],
		['text-align: left', 'logical-css/require-logical-keywords'],
		['float: right', 'logical-css/require-logical-keywords'],
		['margin: 0 1px 0 2px', 'declaration-property-value-disallowed-list'],
		['border-radius: 1px 0 0 1px', 'declaration-property-value-disallowed-list'],
		['colour: red', 'property-no-unknown'],
	] as const;
	test.each(physical)('%s', async (declaration, rule) => {
		expect(await brokenStyles('src/app.css', `a { ${declaration}; }`)).toEqual([rule]);
		expect(
			await brokenStyles(
				'src/lib/ui/Card.svelte',
				`<p>x</p>\n<style>\n\tp { ${declaration}; }\n</style>`,
			),
		).toEqual([rule]);
	});

	test.each([
		'margin-inline-start: 1px',
		'text-align: start',
		'width: 1px',
		'margin: 0 1px 2px',
		'inset: 0 1px 2px 1px',
	])('%s is fine', async (declaration) => {
		expect(await brokenStyles('src/app.css', `a { ${declaration}; }`)).toEqual([]);
	});
});
