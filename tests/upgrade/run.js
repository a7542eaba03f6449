#!/usr/bin/env node
import '../../src/entry/node-version.js';

// What comes after imports the messages, which the build makes.
const { build } = await import('../tools/build.ts');
build();
await import('./upgrade.ts');
