import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';

export const cwd = fileURLToPath(new URL('../..', import.meta.url));

const withoutFiles = new ESLint({
	cwd,
	overrideConfig: [
		{ languageOptions: { parserOptions: { projectService: false } } },
		{ rules: ts.configs.disableTypeChecked.rules ?? {} },
	],
});
export const withTypes = new ESLint({ cwd });

/** The rules that a made-up source breaks at a made-up path. */
export async function broken(
	filePath: string,
	source: string,
	eslint = withoutFiles,
): Promise<string[]> {
	const [result] = await eslint.lintText(source, { filePath });
	return [...new Set(result?.messages.map((message) => message.ruleId ?? message.message))];
}

export const component = (script: string) => `<script lang="ts">\n\t${script}\n</script>\n`;
