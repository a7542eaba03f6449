#!/usr/bin/env node
import '../../src/entry/node-version.js';

await import('./browsers.ts');
