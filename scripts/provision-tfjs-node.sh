#!/usr/bin/env bash
# Builds the native TensorFlow backend, @tensorflow/tfjs-node, from sources that pip and npm deliver.
#
# Its own installer fetches a ready-made libtensorflow from a server that many machines cannot reach; npm then
# leaves the optional package out without a word. The TensorFlow wheel contains the same library and its headers.
# This script fetches the wheel, compiles the binding against it, and checks that the backend computes.
#
# What is downloaded and compiled is kept in ${XDG_CACHE_HOME:-~/.cache}/bulkweave (about 0.9 GB), so that a second
# run, also after `npm ci`, takes seconds. package.json and package-lock.json are not touched.
# Exit code 0: the backend works. Otherwise the reason is the last line on stderr.

set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
  echo "provision: $*" >&2
  exit 1
}
say() { echo "provision: $*"; }

works() {
  TF_CPP_MIN_LOG_LEVEL=3 node -e '
    const util = require("node:util");
    util.isNullOrUndefined ??= (value) => value == null;
    util.isArray ??= Array.isArray;
    const tf = require("@tensorflow/tfjs-node");
    process.exit(tf.getBackend() === "tensorflow" && tf.add(1, 2).dataSync()[0] === 3 ? 0 : 1);
  ' >"${1:-/dev/null}" 2>&1
}

if works; then
  say 'the tensorflow backend is already there'
  exit 0
fi

version=$(node -p 'require("./package.json").optionalDependencies["@tensorflow/tfjs-node"]')
cache="${XDG_CACHE_HOME:-$HOME/.cache}/bulkweave/tfjs-node-$version"
package=node_modules/@tensorflow/tfjs-node

[ "$(uname -s)" = Linux ] || fail "a Linux machine required, got $(uname -s); try: npm install @tensorflow/tfjs-node"
[ -d node_modules ] || fail 'installed dependencies required, run npm ci first'
mkdir -p "$cache"
build=$(mktemp -d "$cache/build.XXXXXX")
trap 'rm -rf "$build"' EXIT

# The JavaScript half. --no-save leaves package.json and the lock file alone, --ignore-scripts skips the download.
if [ ! -f "$package/binding/tfjs_binding.cc" ]; then
  say "fetching @tensorflow/tfjs-node $version"
  npm install --no-save --ignore-scripts --no-audit --no-fund "@tensorflow/tfjs-node@$version" >"$build/npm.log" 2>&1 ||
    fail "npm could not fetch @tensorflow/tfjs-node: $(grep -m1 'npm error' "$build/npm.log" || tail -n1 "$build/npm.log")"
fi

# libtensorflow and its headers, out of the wheel.
if [ ! -f "$cache/tensorflow/libtensorflow_cc.so.2" ]; then
  python=$(command -v python3 || command -v python) || fail 'python3 required to download the TensorFlow wheel, not found'
  "$python" -m pip --version >/dev/null 2>&1 || fail "pip required to download the TensorFlow wheel, '$python -m pip' does not run"
  say 'downloading the TensorFlow wheel (about 270 MB)'
  "$python" -m pip download --no-deps --quiet --disable-pip-version-check --dest "$build" tensorflow-cpu >"$build/pip.log" 2>&1 ||
    fail "pip could not download tensorflow-cpu: $(tail -n1 "$build/pip.log")"
  "$python" - "$build" <<'PYTHON'
import glob, sys, zipfile
wheel = zipfile.ZipFile(glob.glob(sys.argv[1] + '/*.whl')[0])
wanted = ('tensorflow/include/', 'tensorflow/libtensorflow_cc.so', 'tensorflow/libtensorflow_framework.so')
wheel.extractall(sys.argv[1], [name for name in wheel.namelist() if name.startswith(wanted)])
PYTHON
  [ -f "$build/tensorflow/libtensorflow_cc.so.2" ] || fail 'libtensorflow_cc.so.2 required in the TensorFlow wheel, not found'
  rm -rf "$cache/tensorflow"
  mv "$build/tensorflow" "$cache/tensorflow"
fi

# The binding between the two: 2 000 lines of C++ over Node-API, whose headers come with Node or from npm.
if [ ! -f "$cache/tfjs_binding.node" ]; then
  compiler=$(command -v "${CXX:-c++}" || command -v g++ || command -v clang++) || fail 'a C++ compiler required (g++ or clang++), not found'
  headers="$(dirname "$(dirname "$(node -p process.execPath)")")/include/node"
  if [ ! -f "$headers/node_api.h" ]; then
    (cd "$build" && npm pack --silent node-api-headers >/dev/null && tar -xzf node-api-headers-*.tgz) ||
      fail "node_api.h required, neither $headers nor npm has it"
    headers="$build/package/include"
  fi
  say "compiling the binding with $compiler"
  "$compiler" -std=c++17 -O2 -fPIC -shared -DNAPI_VERSION=8 -I"$headers" -I"$cache/tensorflow/include" -I"$package" \
    "$package"/binding/*.cc -o "$build/tfjs_binding.node" "-Wl,-rpath,$cache/tensorflow" \
    "$cache/tensorflow/libtensorflow_cc.so.2" "$cache/tensorflow/libtensorflow_framework.so.2" >"$build/compiler.log" 2>&1 ||
    fail "the binding does not compile: $(grep -m1 -i error "$build/compiler.log" || tail -n1 "$build/compiler.log")"
  mv "$build/tfjs_binding.node" "$cache/tfjs_binding.node"
fi

mkdir -p "$package/lib/napi-v8"
cp "$cache/tfjs_binding.node" "$package/lib/napi-v8/tfjs_binding.node"

works "$build/works.log" || fail "built, but the backend does not compute: $(tail -n1 "$build/works.log")"
say 'the tensorflow backend is ready'
