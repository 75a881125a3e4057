import { a as int } from "./schemas-4uHuBYz8.js";
// train/studies/search-options.ts
/** @file Options of the search for a path that most studies have. */
/** K, the slices of a path: even, for a path of half as many is found first. */
const slices = (description = "K, slices of each path") => int().min(2).max(256).multipleOf(2).default(8).describe(description);
/** Random starts, as many as the study takes by default. */
const starts = (usual, description = "random starts of each path") => int().positive().max(1e3).default(usual).describe(description);
export { starts as n, slices as t };
