/** @file The longer parts of the help. */

/** After `bulkweave --help`. */
export const OVERVIEW = `
A quantum state has a cheapest network that generates it. bulkweave trains a network to generate a state with
the loss infidelity + complexity, sets it against the geodesic of the complexity metric, and reads its geometry.

Begin with:
  bulkweave demo                          critical Ising chain, GHZ and W on eight qubits
  bulkweave list                          targets, curves, models, studies
  bulkweave run my-experiment.json        your own ('bulkweave run --help' shows a file)
  bulkweave complexity psi.npy            one quantity ('bulkweave complexity --help' shows its options)

Environment:
  BULKWEAVE_BACKEND   auto, tensorflow, wasm or cpu; the option --backend takes precedence
  BULKWEAVE_ENGINE    auto, wasm, wasm-relaxed or native (where it is built); default wasm
  BULKWEAVE_THREADS   threads of the engine, 1 to 16; default as many as there are cores
  BULKWEAVE_MEMORY    most memory of the engine in MiB, 1 to 4096; default 4096, or what the machine has
  BULKWEAVE_REDIS     address of Redis for sweeps, redis://user:password@host:port
  BULKWEAVE_DEBUG     1 prints the stack of an unexpected error
`;

/** The example in the help of run; a test runs it through the parser. */
export const EXAMPLE = `{
  "name": "ghz-4",
  "seed": 1,
  "target": { "name": "ghz", "qubits": 4 },
  "model": { "name": "brickwall", "depth": 3 },
  "metric": { "maxSize": 2, "maxRange": 1, "penalty": "infinite" },
  "training": {
    "optimiser": { "name": "tensorflow-adam", "learningRate": 0.05 },
    "complexity": { "weights": [0.001, 0.01] },
    "prune": {}
  },
  "geodesic": { "slices": 8, "starts": 2 }
}`;

/** Exit codes, for the help of run and resume. */
export const EXIT_CODES = `
Exit codes:
  0    done, and every state reached training.targetInfidelity
       (times training.prune.tolerance if pruning is on), or every check of a study was passed
  1    failed, or a state did not reach it, or a check failed; record and report are written in the latter cases.
       Also if the folder could not be written to: then record and report are in the folder that is named
  2    bad input: options, experiment, files, folder. Nothing was written
  130  interrupted by Ctrl-C (143 by SIGTERM, 129 by the end of the terminal); checkpoint.json holds the run
`;

/** After `bulkweave run --help`. */
export const RUN = `
The experiment, a JSON file:

${EXAMPLE.replace(/^/gm, '  ')}

  name      letters, digits, dot, dash, underscore; the run's folder is named after it
  seed      of all randomness; the same seed, backend and version give the same numbers
  target    the state to generate, or instead
  curve     a curve of states, each network warm-started from the one before
  model     the network to train: a circuit or a tensor network
  metric    words of at most maxSize qubits within maxRange sites cost 1, all others penalty
            ("infinite": they are not allowed); it weighs gates and defines the geodesic
  training  optimiser, starts, complexity weights, pruning, target infidelity
  geodesic, fisher, bulk    false leaves the stage out

A file { "name": …, "study": { "name": … } } is a study instead: a question of the paper, put to the library and answered
with tables, charts and checks ('bulkweave list studies').

  'bulkweave list targets' (curves, models, studies, metric, training, geodesic, optimisers, hamiltonians) shows every option
  with its default, 'bulkweave schema' the JSON Schema. File names in an experiment are relative to the experiment's folder.
  Mistakes are reported all at once.

What is written to the folder:
  record.json      everything found, and everything needed to run it again
  report.html      the same as one page of text and figures; needs no network
  checkpoint.json  while running, every few seconds; 'bulkweave resume DIR' goes on from it after Ctrl-C or a crash,
                   to the same final numbers. It is removed when the run is finished
  run.lock         while running: another run in the folder is refused; what a killed run left is taken over
Every file is written whole or not at all, with a checksum. 'bulkweave run DIR/record.json' runs the experiment of a
record again, from the files that it named: their checksums, and their contents up to 64 KiB, stand in the record.
${EXIT_CODES}`;

/** After `bulkweave compute --help`. */
export const COMPUTE = `
A request is {"request": NAME, options}, an answer {"request", "result", "notes", "seconds"}:

  echo '{"request": "entropies", "state": "w(3)"}' | bulkweave compute -

A key "id" is handed back. A wrong request is answered by {"error": {"message", "issues"}}, and the others go on.
Where the first line is a request by itself, every line is one. Files that a request names are relative to the file's
folder. Progress is shown on standard error. Numbers that JSON lacks stand as {"$number": "Infinity"}.

'bulkweave list requests' shows all with their options, 'bulkweave schema compute' the JSON Schema.

Exit codes: 0 all answered; 2 a request was wrong; 1 one failed for another reason.
`;

/** After `bulkweave serve --help`. */
export const SERVE = `
A line of JSON in, a line of JSON out, as for 'bulkweave compute'; the first line out names version and requests. Beside the
request itself a line may have

  "files": [{"name": "psi.npy", "bytes": 208}, …]   bytes that follow the line at once, to be named in the request
  "arrays": "npy"                                   arrays of the result as {"$file": name}; the answer lists "files", whose
                                                    bytes follow its line
  "progress": true                                  lines {"id", "progress"} while it goes on
  "seconds": 10                                     breaks it off after that time, where that is less than --seconds

{"describe": name} is answered by the options of a request and the form of its result. A request that takes too long is broken off and answered by an error, as is one that is too large. docs/compute.md has the
protocol in full.
`;

/** After `bulkweave new --help`. */
export const NEW = `
Examples:
  bulkweave new psi.npy                              amplitudes or a density matrix
  bulkweave new circuit.qasm                         the state that a circuit makes
  bulkweave new transverse-field-ising --qubits 8    a ground state; also a JSON file of terms
  bulkweave new quench --qubits 5                    a curve of states
  bulkweave new "dicke(6, 3)" --out dicke.jsonc

The file is JSON with comments, from // to the end of the line, as every experiment may be.
`;

/** After `bulkweave export --help`. */
export const EXPORT = `
Formats:
  qasm   the learned circuit as an OpenQASM program
  npy    the learned state, complex128
  npz    learned state 'state', parameters 'theta', and the geodesic: 'velocity', coefficients h_P slice by slice, and
         'words', the words P of its columns, a number for each letter: I 0, X 1, Y 2, Z 3
  h5     the learned state as ITensor reads it: the group psi, of the type MPS if the network is one, else ITensor (needs h5wasm)
  json   the learned network with its parameters; of a study what it found
  svg    a picture: --part network (default) or bulk; of a study the number of an exhibit
  csv    a table: --part training (default), cuts or geodesic; of a study the number of an exhibit
`;

/** The example in the help of sweep; a test expands it. */
export const SWEEP_EXAMPLE = `{
  "name": "fields",
  "experiment": {
    "target": { "name": "ground-state", "qubits": 6, "hamiltonian": { "name": "transverse-field-ising" } },
    "model": { "name": "block-circuit" },
    "geodesic": { "starts": 1 }
  },
  "grid": {
    "target.hamiltonian.field": { "from": 0.5, "to": 1.5, "count": 5 },
    "model.layers": [2, 4]
  },
  "seeds": 3,
  "best": { "of": "infidelity" }
}`;

/** After `bulkweave sweep --help`. */
export const SWEEP = `
The sweep, a JSON file:

${SWEEP_EXAMPLE.replace(/^/gm, '  ')}

  experiment  an experiment or a study, as 'bulkweave run' takes it, or
  compute     a request, as 'bulkweave compute' takes it
  grid        values by the path of their key, a list or {from, to, count}; every combination is a task
  together    lists of one length, whose values go together
  seeds       a number of seeds, or a list
  parts       of a contraction with maxSize: its slices in so many parts, whose sum is gathered
  columns     what the table shows: paths in the record, or in the result of the request
  best        which of the tasks that differ in the seed alone is kept: {of, is: least or greatest}

Every task has an address, the checksum of all that it depends on: what is finished is not computed again, also after
values were added to the file. Ctrl-C stops it, the same command goes on. docs/sweeps.md tells what to use when.

Exit codes: 0 all finished, and every state reached its target; 1 some failed or did not; 2 the file is wrong;
130 interrupted (143 by SIGTERM, 129 by the end of the terminal).
`;
