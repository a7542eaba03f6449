import js from '@eslint/js';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { clock, rings, tests } from './tests/tools/rings.js';

/** @import { Ban } from './tests/tools/rings.js' */

const sqlWords =
	'(select\\s|insert\\s+into|update\\s+\\S*\\s*(set\\s|$)|delete\\s+from|(create|alter|drop)\\s+(table|index|view|trigger|database|schema|role|user)|pragma\\s|vacuum\\s|attach\\s)';

/** Constructs that are wrong anywhere in the project. */
const everywhere = [
	...[
		`:not(TaggedTemplateExpression) > TemplateLiteral[expressions.length>0][quasis.0.value.raw=/^\\s*${sqlWords}/i]`,
		`BinaryExpression[operator='+'] > Literal.left[value=/^\\s*${sqlWords}/i]`,
		'CallExpression[callee.property.name=/^(prepare|exec|execute|query)$/] > TemplateLiteral[expressions.length>0]',
		"CallExpression[callee.property.name=/^(prepare|execute|query)$/] > BinaryExpression[operator='+']",
		"CallExpression[callee.object.name='sql'][callee.property.name='raw']",
	].map((selector) => ({
		selector,
		message: 'SQL is never put together from strings: bind the values.',
	})),
	{
		selector: 'ImportDeclaration[source.value=/^\\$lib/]',
		message: 'Write #lib/… with the extension.',
	},
];

/** The time is asked in one place, so that any day can be tried. */
const askingTheTime = [
	"NewExpression[callee.name='Date'][arguments.length=0]",
	"CallExpression[callee.name='Date']",
	"MemberExpression[object.name='Date'][property.name='now']",
	"MemberExpression[object.property.name='Date'][property.name='now']",
	"MemberExpression[object.name='Temporal'][property.name='Now']",
].map((selector) => ({
	selector,
	message:
		'Only the clock.ts of the server and of the phone ask the time; everything else is told it.',
}));

/** The Content Security Policy has no unsafe-inline, so a style attribute would silently do nothing. */
const stylesInMarkup = ["SvelteAttribute[key.name='style']", 'SvelteStyleDirective'].map(
	(selector) => ({
		selector,
		message:
			'The Content Security Policy refuses style attributes: use a class or an SVG attribute.',
	}),
);

/**
 * The rules of one row; `import()` is closed as `import` is.
 * @param {Ban[]} bans
 * @param {{ selector: string, message: string }[]} others
 * @returns {import('eslint').Linter.RulesRecord}
 */
function importRules(bans, others) {
	const message = (/** @type {Ban} */ ban) => `Not from here: ${ban.why}.`;
	const patterns = bans.map((ban) => ({
		regex: ban.regex,
		caseSensitive: true,
		message: message(ban),
		...(ban.types ? { allowTypeImports: true } : {}),
		...(ban.names ? { importNames: ban.names } : {}),
	}));
	const dynamic = bans.map((ban) => ({
		selector: `ImportExpression[source.value=/${ban.regex.replaceAll('/', '\\/')}/]`,
		message: message(ban),
	}));
	return {
		'no-restricted-imports': ['error', { patterns }],
		'no-restricted-syntax': ['error', ...everywhere, ...askingTheTime, ...others, ...dynamic],
	};
}

export default defineConfig(
	includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),
	{ ignores: ['drizzle/sqlite/', 'drizzle/postgres/'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'max-lines': ['error', { max: 300 }],
			// The compiler knows every name, and svelte-check runs it on components too.
			'no-undef': 'off',
			// A number in a message is read as people write it.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
			],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			'@typescript-eslint/no-deprecated': [
				'error',
				{
					allow: [
						// The function has an old overload beside the one in use.
						{ from: 'package', package: 'drizzle-orm', name: 'primaryKey' },
						// Marked so that it stands out: the demo's own provider has no TLS.
						{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' },
					],
				},
			],
			// A string is spread for its code points, never for its letters.
			'@typescript-eslint/no-misused-spread': 'off',
			// Control characters are looked for in order to refuse them.
			'no-control-regex': 'off',
			// A text without gaps takes such an object.
			'@typescript-eslint/no-generated-empty-object-type': 'off',
			'@typescript-eslint/no-dynamic-delete': 'off',
			// One contract has a database with a promise and one without.
			'@typescript-eslint/require-await': 'off',
			// The portal always stands at the root of its host.
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
		},
	},
	// Without type information: plain JavaScript, the worker (a program of its own), and components, which svelte-check covers.
	{
		files: ['**/*.js', '**/*.svelte', 'src/service-worker.ts'],
		extends: [ts.configs.disableTypeChecked],
	},
	// A test reads what came out as JSON.
	{
		files: tests,
		rules: {
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
		},
	},
	{ rules: importRules([], []) },
	{
		files: ['**/*.svelte'],
		rules: { ...importRules([], stylesInMarkup), 'svelte/no-at-html-tags': 'error' },
	},
	...rings.map((ring) => ({
		name: ring.from,
		files: ring.files,
		ignores: ring.except ?? [],
		rules: importRules(ring.never, stylesInMarkup),
	})),
	{ files: clock, rules: { 'no-restricted-syntax': ['error', ...everywhere] } },
);
