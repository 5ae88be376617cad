#!/usr/bin/env node
// The command `baton`; what it runs is built by `npm run build`.
import '../dist/main.js';
