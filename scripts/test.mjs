// `npm test`: everything that can be checked, from a fresh clone. The last line says how many checks passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ensureBuilt } from './setup/build.mjs';
import { runEndToEndTests } from './setup/e2e.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { projectNode, root } from './setup/paths.mjs';
import { npmCommand, projectEnvironment, runAttached, runMain, say, SetupError } from './setup/run.mjs';

/** Counts of one suite. */
const nothing = { passed: 0, failed: 0 };

function sum(counts) {
  return counts.reduce(
    (total, count) => ({ passed: total.passed + count.passed, failed: total.failed + count.failed }),
    nothing,
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The suite died before it could report; the caller counts that as a failure.
    return null;
  }
}

/** A suite that ended badly without naming a failed test has failed itself. */
function counted(passed, failed, code) {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The static steps of `npm run check`: every script named `check:…`, one after the other. */
async function runStaticChecks() {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const steps = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  const npm = npmCommand();
  const counts = [];
  for (const step of steps) {
    say(`\n${step}`);
    const code = await runAttached(npm.command, [...npm.args, 'run', '--silent', step], {
      env: projectEnvironment(),
    });
    say(code === 0 ? '  passed' : '  FAILED');
    counts.push(counted(code === 0 ? 1 : 0, 0, code));
  }
  return sum(counts);
}

async function runUnitTests(reportFolder) {
  say('\nunit tests');
  const report = path.join(reportFolder, 'unit.json');
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await runAttached(
    projectNode(),
    [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { env: projectEnvironment() },
  );
  const result = readJson(report);
  return counted(result?.numPassedTests ?? 0, result?.numFailedTests ?? 0, code);
}

async function runWindowTests() {
  say('\nend-to-end tests');
  let result = null;
  const code = await runEndToEndTests([], {
    onReport: (file) => {
      result = readJson(file);
    },
  });
  const stats = result?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
  return counted(stats.expected, stats.unexpected + stats.flaky, code);
}

/** A suite that cannot even start is one failure, and the others still run. */
async function guarded(run) {
  try {
    return await run();
  } catch (error) {
    process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
    return { passed: 0, failed: 1 };
  }
}

await runMain(async () => {
  await ensureInstalled();
  const reportFolder = mkdtempSync(path.join(os.tmpdir(), 'musubi-test-'));
  const counts = [
    await guarded(runStaticChecks),
    await guarded(() => runUnitTests(reportFolder)),
    await guarded(async () => {
      await ensureBuilt();
      return { passed: 1, failed: 0 };
    }),
  ];
  // Without a build there is nothing to open a window with, and the build has been counted as failed.
  if (counts.at(-1).failed === 0) counts.push(await guarded(runWindowTests));
  rmSync(reportFolder, { recursive: true, force: true });
  const total = sum(counts);
  say('');
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});
