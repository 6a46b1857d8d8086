// hipkit in Pyodide under Node: the same 200 answers as everywhere, and what loading takes.
//
// node tools/everywhere/pyodide.mjs FOLDER, where FOLDER holds `node_modules/pyodide` and `wheels` with hipkit,
// attrs, cattrs and typing_extensions. Nothing is fetched: a page of one's own serves the same files.
// Exits with 1 when an answer differs.

import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath, pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => {
  console.error(error.message); // Node would print the whole line of minified source before it
  process.exit(2);
});
const folder = resolve(process.argv[2]);
const repository = fileURLToPath(new URL("../..", import.meta.url));

const times = [];
let last = performance.now();
const took = (what) => {
  const now = performance.now();
  times.push(`${what} ${Math.round(now - last)} ms`);
  last = now;
};

const module = join(folder, "node_modules", "pyodide", "pyodide.mjs");
const { loadPyodide, version } = await import(pathToFileURL(module).href);
const python = await loadPyodide();
took("load Pyodide");

for (const name of readdirSync(join(folder, "wheels")).filter((name) => name.endsWith(".whl"))) {
  python.unpackArchive(new Uint8Array(readFileSync(join(folder, "wheels", name))), "wheel");
}
took("unpack wheels");

python.runPython(`
import hipkit
routine = hipkit.build_routine(20, goal="strength", cautions=["knee-pain"])
`);
took("first routine");

python.runPython(`
text = hipkit.dumps(routine, include_cautions=True)
assert hipkit.loads(text, hipkit.Routine) == routine
assert hipkit.to_text(routine) == str(routine)
`);
took("store, load and write it");

python.FS.mkdirTree("/repository");
python.FS.mount(python.FS.filesystems.NODEFS, { root: repository }, "/repository");
const differences = python.runPython(`
import sys
sys.path.insert(0, "/repository/tools")
sys.dont_write_bytecode = True
from same_bytes import main
main()
`);
took("200 requests, each stored, loaded and written twice");

console.log(`Pyodide ${version}, Node ${process.versions.node}: ${times.join("; ")}`);
console.log(`${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident`);
process.exit(differences ? 1 : 0);
